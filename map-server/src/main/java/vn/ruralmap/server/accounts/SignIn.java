package vn.ruralmap.server.accounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.support.RequestException;

/**
 * Checks names and passwords. Whether it was the name or the password that was wrong, neither the answer nor its time tells.
 *
 * <p>Clients of HTTP Basic send the password with every request, and bcrypt is slow on purpose: a pair that was right is remembered
 * for this process, as a digest with a key that only this process knows, for as long as the account keeps that password.
 */
@Component
final class SignIn {

    static final String BASIC = "basic";

    private static final int MOST_REMEMBERED = 2_000;
    private static final int LONGEST_NAME = 80;

    private final AccountDirectory directory;
    private final FailedSignIns failures;
    private final AuditTrail audit;
    private final String key = Secrets.token();
    /** The hash of the password by the digest of name and password. */
    private final Map<String, String> rightOnes = new LinkedHashMap<>(16, 0.75f, true);

    SignIn(AccountDirectory directory, FailedSignIns failures, AuditTrail audit) {
        this.directory = directory;
        this.failures = failures;
        this.audit = audit;
    }

    /**
     * The account, if name and password are right.
     *
     * @param way as the audit log calls it; {@value #BASIC} comes with each request, and is told once
     * @throws RequestException status 429 after too many wrong ones
     */
    Optional<Account> check(String name, String password, String address, String way) {
        Optional<Account> account = directory.findActive(name);
        String digest = Secrets.digest(key + '\n' + Account.key(name) + '\n' + password);
        if (account.isPresent() && account.get().passwordHash().equals(remembered(digest))) {
            if (!way.equals(BASIC)) {
                tell(account.get(), address, way);
            }
            return account;
        }
        if (failures.isBlocked(address, Account.key(name))) {
            throw RequestException.of(
                    429,
                    "TooManyFailures",
                    null,
                    "Quá nhiều lần sai mật khẩu với tài khoản này từ địa chỉ này; hãy thử lại sau vài phút",
                    "Too many wrong passwords for this account from this address; try again in some minutes");
        }
        // it may have been made or changed on another node or by the command line just now; asked of every name alike
        directory.refreshIfPossible();
        account = directory.findActive(name);
        String hash = account.map(Account::passwordHash).orElse(null);
        if (!Passwords.matches(password, hash)) {
            failures.add(address, Account.key(name));
            audit.append(shown(name), address, "sign-in", null, true, Map.of("way", way));
            return Optional.empty();
        }
        failures.forget(address, Account.key(name));
        remember(digest, account.orElseThrow().passwordHash());
        tell(account.get(), address, way);
        return account;
    }

    private void tell(Account account, String address, String way) {
        audit.append(account.name(), address, "sign-in", null, false, Map.of("way", way));
    }

    /** A name that anybody may have sent, for the audit log. */
    static String shown(String name) {
        String printable = Account.normalise(name).replaceAll("\\p{C}", "?");
        return printable.length() > LONGEST_NAME ? printable.substring(0, LONGEST_NAME) : printable;
    }

    private String remembered(String digest) {
        synchronized (rightOnes) {
            return rightOnes.getOrDefault(digest, "");
        }
    }

    private void remember(String digest, String hash) {
        synchronized (rightOnes) {
            rightOnes.put(digest, hash);
            if (rightOnes.size() > MOST_REMEMBERED) {
                rightOnes.remove(rightOnes.keySet().iterator().next());
            }
        }
    }
}
