package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.ApiKeyOption;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.Deadlines;
import io.github.vramguard.server.ServerProfile;
import io.github.vramguard.server.ServerProfile.ClientSetting;
import io.github.vramguard.server.ServerProfile.Prompting;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code cycle SERVER}, by the profile of the server. */
@Command(
        exitCodeList = {
            "0:passed, or inconclusive with --allow-inconclusive",
            "1:failed: memory does not return to its baseline",
            "2:inconclusive: the readings do not decide it",
            "3:could not run: wrong usage, no such process, container or control group, or a request that failed",
            "130:stopped by Ctrl-C; 143 by SIGTERM"
        },
        footerHeading = "%nExample:%n",
        footer = "  ${COMMAND-FULL-NAME} --model NAME")
final class CycleOfServer implements Callable<Integer> {

    private static final String END =
            "It ends as soon as the verdict is certain. When a request fails, or on Ctrl-C, the model is unloaded once more,"
                    + " and what was measured is printed.";

    private final ServerProfile profile;
    private final AskedOption asked;
    private final PrintWriter out;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup
    private TargetOptions target = new TargetOptions();

    @Mixin
    private CycleOptions options = new CycleOptions();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "where the server listens (default: ${DEFAULT-VALUE}); on this machine, the process that listens"
                            + " there is measured, unless --pid, --container or --cgroup names another")
    private URI url;

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "its name on the server")
    private String model = "";

    @Mixin
    private ApiKeyOption apiKey = new ApiKeyOption();

    private CycleOfServer(ServerProfile profile, PrintWriter out, Terminal terminal) {
        this.profile = profile;
        this.asked = option(profile.prompting());
        this.out = out;
        this.terminal = terminal;
        this.url = profile.address();
    }

    static CommandLine commandLine(ServerProfile profile, PrintWriter out, Terminal terminal) {
        CycleOfServer command = new CycleOfServer(profile, out, terminal);
        CommandLine line = new CommandLine(command);
        CommandSpec spec = line.getCommandSpec().name(profile.name());
        spec.usageMessage()
                .description(
                        profile.help().summary(), "", END, "", profile.help().requirement());
        spec.addMixin("asked", CommandSpec.forAnnotatedObject(command.asked));
        profile.settings().forEach(setting -> spec.addOption(option(setting)));
        return line;
    }

    private static AskedOption option(Prompting prompting) {
        return switch (prompting) {
            case TEXT -> new PromptOption();
            case REQUEST -> new RequestOption();
        };
    }

    private static OptionSpec option(ClientSetting setting) {
        return OptionSpec.builder("--" + setting.name())
                .type(int.class)
                .paramLabel(setting.unit())
                .defaultValue(Integer.toString(setting.usual()))
                .description(setting.description())
                .build();
    }

    @Override
    public Integer call() throws Exception {
        try {
            Connection connection = Connection.to(url).within(deadlines()).withApiKey(apiKey.key());
            Cycled cycled = new CycledModel(profile, profile.connect(connection, settings()), model, asked.text());
            MemoryTarget measured = target.named().orElseGet(() -> Local.serverAt(url));
            return new CycleSession(options, out, terminal).run("cycle " + profile.name(), measured, cycled);
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }

    private Map<String, Integer> settings() {
        return profile.settings().stream()
                .map(ClientSetting::name)
                .collect(Collectors.toMap(
                        name -> name, name -> spec.findOption("--" + name).getValue()));
    }

    private Deadlines deadlines() {
        return new Deadlines(
                options.timeout(),
                options.timeout(),
                options.timeout(),
                Deadlines.standard().ask());
    }
}
