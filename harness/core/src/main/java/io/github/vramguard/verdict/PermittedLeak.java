package io.github.vramguard.verdict;

import io.github.vramguard.memory.Pool;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A known leak that occurred and was permitted.
 *
 * @param pool the pool that leaks
 * @param upTo the most it may leak in each cycle, in the unit of the pool
 * @param reason where the defect is tracked
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record PermittedLeak(Pool pool, long upTo, String reason) {}
