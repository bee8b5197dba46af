package vn.ruralmap.server.wfs;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ruralmap.server.editing.Locks;
import vn.ruralmap.server.editing.Locks.Shown;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * How long to lock, and whether some will do (OGC 09-025r2 §12.2.4; OGC 04-094 §10.2).
 *
 * @param isAllOrNothing false: what others have locked is left out
 */
record LockTerms(Duration expiry, boolean isAllOrNothing) {

    /** Seconds in 2.0, where {@code expiry="300"} is the default; minutes before. */
    private static final Duration STANDARD = Duration.ofMinutes(5);

    static LockTerms read(Parameters parameters, WfsVersion version) {
        return of(parameters.find("expiry"), parameters.find("lockaction"), version);
    }

    /** @param xml at the element that has the attributes */
    static LockTerms read(XmlRequest xml) {
        return of(xml.attribute("expiry"), xml.attribute("lockAction"), xml.version());
    }

    private static LockTerms of(Optional<String> expiry, Optional<String> action, WfsVersion version) {
        String wanted = action.orElse("ALL").toUpperCase(Locale.ROOT);
        if (!wanted.equals("ALL") && !wanted.equals("SOME")) {
            throw RequestException.invalid("lockAction", "cần ALL hoặc SOME", "ALL or SOME");
        }
        return new LockTerms(expiry.map(text -> duration(text, version)).orElse(STANDARD), wanted.equals("ALL"));
    }

    private static Duration duration(String text, WfsVersion version) {
        boolean isNumber = text.matches("\\d{1,9}") && Integer.parseInt(text) > 0;
        Duration duration = !isNumber
                ? Duration.ZERO
                : version == WfsVersion.V2_0_0
                        ? Duration.ofSeconds(Integer.parseInt(text))
                        : Duration.ofMinutes(Integer.parseInt(text));
        if (duration.isZero() || duration.compareTo(Locks.LONGEST) > 0) {
            String most = version == WfsVersion.V2_0_0
                    ? Locks.LONGEST.toSeconds() + " (giây / seconds)"
                    : Locks.LONGEST.toMinutes() + " (phút / minutes)";
            throw RequestException.invalid(
                    "expiry", "cần số nguyên từ 1 đến " + most, "a whole number from 1 to " + most);
        }
        return duration;
    }

    /**
     * Locks features as the request sees them.
     *
     * @throws RequestException CannotLockAllFeatures if others have locked one, and some will not do
     */
    Locks.Outcome acquire(Locks locks, Writer writer, List<Shown> wanted, WfsExchange exchange) {
        Locks.Outcome outcome =
                locks.acquire(writer, exchange.snapshot(), exchange.date(), wanted, expiry, isAllOrNothing);
        if (isAllOrNothing && !outcome.notLocked().isEmpty()) {
            throw LockRefusals.cannotLockAll(outcome.notLocked());
        }
        return outcome;
    }
}
