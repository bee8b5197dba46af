package vn.ruralmap.server.accounts;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.support.RequestException;

/**
 * Somebody who can sign in.
 *
 * @param name what they type and history remembers, in NFC; unique whatever the case
 * @param displayName for people
 * @param roles none follows from another
 * @param area codes of the administrative units that it may edit in; empty: everywhere
 * @param mail null: none
 * @param isDisabled true: it is known and cannot sign in
 * @param passwordHash as bcrypt writes it
 * @param created sessions and tokens from before belong to an earlier account of the name
 * @param sessionsFrom sessions from before do not hold: since then it has another password, or was disabled
 * @param subject whose it is by the words of an {@link IdentityProvider}; null: nobody's yet who came through one
 */
public record Account(
        String name,
        String displayName,
        Set<Role> roles,
        List<String> area,
        @Nullable String mail,
        boolean isDisabled,
        String passwordHash,
        Instant created,
        Instant sessionsFrom,
        @Nullable String subject) {

    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._@+-]{0,79}";
    private static final String CODE = "\\d{2}|\\d{5}";
    private static final String MAIL = "[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}";
    private static final int LONGEST_DISPLAY_NAME = 100;

    public Account {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
        area = List.copyOf(area);
    }

    /**
     * A new one.
     *
     * @throws RequestException status 400 if a name, a code or the address of mail is none
     */
    static Account create(String name, AccountFacts facts, String passwordHash, Instant now) {
        String normal = normalise(name);
        if (!normal.matches(NAME)) {
            throw RequestException.invalid(
                    "name",
                    "1 đến 80 chữ, số, dấu cách và . _ @ + -, bắt đầu bằng chữ hoặc số",
                    "1 to 80 letters, digits, spaces and . _ @ + -, a letter or digit first");
        }
        return new Account(normal, normal, Set.of(), List.of(), null, false, passwordHash, now, now, null).with(facts);
    }

    /** The same with other facts; those that are null stay. @throws RequestException status 400 if one of them cannot be */
    Account with(AccountFacts facts) {
        List<String> units = facts.area() == null ? area : facts.area();
        if (!units.stream().allMatch(code -> code.matches(CODE))) {
            throw RequestException.invalid(
                    "area",
                    "mã xã (5 chữ số) hoặc mã tỉnh (2 chữ số)",
                    "codes of communes (5 digits) or provinces (2 digits)");
        }
        String address = facts.mail() == null
                ? mail
                : facts.mail().isBlank() ? null : facts.mail().strip();
        if (address != null && !address.matches(MAIL)) {
            throw RequestException.invalid("mail", "một địa chỉ thư", "an address of mail");
        }
        String shown = facts.displayName() == null || facts.displayName().isBlank()
                ? displayName
                : Normalizer.normalize(facts.displayName().strip(), Normalizer.Form.NFC);
        if (shown.length() > LONGEST_DISPLAY_NAME || shown.chars().anyMatch(Character::isISOControl)) {
            throw RequestException.invalid("displayName", "tối đa 100 ký tự", "100 characters at most");
        }
        boolean isOff = facts.isDisabled() == null ? isDisabled : facts.isDisabled();
        return new Account(
                name,
                shown,
                facts.roles() == null ? roles : facts.roles(),
                units.stream().distinct().toList(),
                address,
                isOff,
                passwordHash,
                created,
                sessionsFrom,
                isOff ? null : subject);
    }

    Account withPassword(String hash, Instant now) {
        return new Account(name, displayName, roles, area, mail, isDisabled, hash, created, now, subject);
    }

    Account withSubject(String whose) {
        return new Account(
                name, displayName, roles, area, mail, isDisabled, passwordHash, created, sessionsFrom, whose);
    }

    Account withoutSessions(Instant now) {
        return withPassword(passwordHash, now);
    }

    boolean isActiveAdministrator() {
        return !isDisabled && roles.contains(Role.ADMINISTRATOR);
    }

    static String normalise(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    /** Under which the store keeps it. */
    static String key(String name) {
        return normalise(name).toLowerCase(Locale.ROOT);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "Account[" + name + ", " + roles + ", " + area + (isDisabled ? ", disabled]" : "]");
    }
}
