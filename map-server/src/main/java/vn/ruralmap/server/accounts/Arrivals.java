package vn.ruralmap.server.accounts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.accounts.ArrivalRefusedException.Reason;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.support.RequestException;

/**
 * Whom an {@link IdentityProvider} vouches for, and the account that they get. What an account may do is decided here and never by the
 * provider.
 *
 * <p>The provider may give a name to somebody else one day. So an account remembers whose it is, by what the provider never gives
 * twice, until it is disabled.
 */
@Component
public final class Arrivals {

    private static final int LONGEST_DISPLAY_NAME = 100;

    private final Accounts accounts;
    private final AccountDirectory directory;
    private final AuditTrail audit;

    Arrivals(Accounts accounts, AccountDirectory directory, AuditTrail audit) {
        this.accounts = accounts;
        this.directory = directory;
        this.audit = audit;
    }

    /**
     * What the provider says.
     *
     * @param name of the account
     * @param displayName null: it does not say
     * @param subject which of its people it is, whatever their name
     */
    public record Arrival(String name, @Nullable String displayName, String subject) {}

    /**
     * Lets somebody in.
     *
     * @param mayCreate an account that there is not is made, without any role
     * @param address where they come from
     * @return the name of the account
     * @throws ArrivalRefusedException if it lets nobody in, or not this person
     */
    public String admit(Arrival arrival, boolean mayCreate, String address) throws ArrivalRefusedException {
        // it may have been made or changed on another node or by the command line just now
        directory.refreshIfPossible();
        Optional<Account> known = directory.find(arrival.name());
        if (known.isEmpty() && !mayCreate) {
            throw refused(arrival, address, Reason.UNKNOWN);
        }
        Account account = known.isPresent() ? known.get() : create(arrival, address);
        if (account.isDisabled()) {
            throw refused(arrival, address, Reason.DISABLED);
        }
        if (account.subject() != null && !account.subject().equals(arrival.subject())) {
            throw refused(arrival, address, Reason.SOMEBODY_ELSE);
        }
        if (account.subject() == null) {
            accounts.bind(account.name(), arrival.subject());
            directory.refresh();
        }
        audit.append(account.name(), address, "sign-in", null, false, Map.of("way", Session.BY_PROVIDER));
        return account.name();
    }

    private Account create(Arrival arrival, String address) throws ArrivalRefusedException {
        AccountFacts facts = new AccountFacts(displayName(arrival), Set.of(), null, null, null);
        try {
            Account made = accounts.add(arrival.name(), facts, Passwords.generate());
            directory.refresh();
            audit.append(
                    made.name(), address, "account-create", made.name(), false, Map.of("way", Session.BY_PROVIDER));
            return made;
        } catch (RequestException e) {
            throw refused(arrival, address, Reason.NAME);
        }
    }

    private static @Nullable String displayName(Arrival arrival) {
        if (arrival.displayName() == null) {
            return null;
        }
        String printable = arrival.displayName().replaceAll("\\p{C}", " ").strip();
        return printable.substring(0, Math.min(printable.length(), LONGEST_DISPLAY_NAME));
    }

    private ArrivalRefusedException refused(Arrival arrival, String address, Reason reason) {
        refused(arrival.name(), address, reason.code());
        return new ArrivalRefusedException(reason);
    }

    /** Writes down that somebody was not let in. @param name as the provider tells it, or anything in its stead */
    public void refused(String name, String address, String why) {
        audit.append(
                SignIn.shown(name), address, "sign-in", null, true, Map.of("way", Session.BY_PROVIDER, "why", why));
    }
}
