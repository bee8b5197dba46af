package vn.ruralmap.dataimport.read;

import java.time.Duration;

/**
 * What another program may take.
 *
 * @param time on the clock
 * @param bytes of all that it writes
 */
record Allowance(Duration time, long bytes) {

    static Allowance of(Limits limits) {
        return new Allowance(Duration.ofMinutes(10), limits.fileBytes());
    }
}
