package io.github.vramguard.cli.cycle;

import io.github.vramguard.memory.Trace;
import io.github.vramguard.message.Message;
import io.github.vramguard.verdict.Verdict;

/**
 * What cycles measured.
 *
 * @param most the maximum number of cycles
 * @param serverFigures what the server reported, beside what was measured; empty where none was asked
 */
record CycleResult(Trace trace, Verdict verdict, int most, String serverFigures) {

    Message message(String title) {
        return Message.of(title, trace, verdict, most);
    }
}
