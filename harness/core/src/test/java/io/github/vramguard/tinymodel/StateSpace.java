package io.github.vramguard.tinymodel;

/** A selective state space, twice as wide as an embedding. */
record StateSpace(int width, int state, int groups, int heads) {

    private static final int CONVOLUTION = 4;

    /** That of Mamba, where each element is a head of its own. */
    static StateSpace mamba(int width, int state) {
        return new StateSpace(width, state, 0, width / 16);
    }

    /** That of Mamba-2. */
    static StateSpace grouped(int width, int state, int groups) {
        return new StateSpace(width, state, groups, 2 * width / Attention.HEAD_LENGTH);
    }

    private int inner() {
        return 2 * width;
    }

    ModelWriter describe(ModelWriter model) {
        model.number("ssm.conv_kernel", CONVOLUTION)
                .number("ssm.inner_size", inner())
                .number("ssm.state_size", state)
                .number("ssm.time_step_rank", heads);
        return groups == 0 ? model : model.number("ssm.group_count", groups);
    }

    void addMambaTo(ModelWriter model, String block) {
        addConvolution(model, block, 2 * inner(), inner());
        model.random(block + "ssm_x.weight", inner(), heads + 2 * state)
                .random(block + "ssm_dt.weight", heads, inner())
                .ones(block + "ssm_dt.bias", inner())
                .ones(block + "ssm_a", state, inner())
                .ones(block + "ssm_d", inner());
    }

    /** Jamba normalizes what its Mamba layers select by. */
    void addNormsTo(ModelWriter model, String block) {
        model.ones(block + "ssm_dt_norm.weight", heads)
                .ones(block + "ssm_b_norm.weight", state)
                .ones(block + "ssm_c_norm.weight", state);
    }

    void addMamba2To(ModelWriter model, String block) {
        int convolved = inner() + 2 * groups * state;
        addConvolution(model, block, inner() + convolved + heads, convolved);
        model.ones(block + "ssm_dt.bias", heads)
                .ones(block + "ssm_a", 1, heads)
                .ones(block + "ssm_d", 1, heads)
                .ones(block + "ssm_norm.weight", inner() / groups, groups);
    }

    private void addConvolution(ModelWriter model, String block, int projected, int convolved) {
        model.random(block + "ssm_in.weight", width, projected)
                .random(block + "ssm_conv1d.weight", CONVOLUTION, convolved)
                .ones(block + "ssm_conv1d.bias", convolved)
                .random(block + "ssm_out.weight", inner(), width);
    }
}
