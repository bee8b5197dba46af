package vn.ruralmap.dataimport.read;

import java.time.Duration;

/**
 * What another program may take.
 *
 * @param time on the clock
 * @param bytes of all that it writes
 * @param watch told from time to time what it has written
 */
record Allowance(Duration time, long bytes, ReadWatch watch) {

    static Allowance of(ReadOptions options) {
        return new Allowance(Duration.ofMinutes(10), options.limits().fileBytes(), options.watch());
    }
}
