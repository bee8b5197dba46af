package vn.ruralmap.server.accounts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.store.StoreException;

/**
 * All accounts in memory, read again every few seconds beside the requests: other nodes and the command line change them too, and no
 * request shall wait for the store to know who sent it. There are hundreds of them, not millions.
 */
@Component
final class AccountDirectory implements DisposableBean {

    private static final long PAUSE_MS = 3_000;

    private final Accounts accounts;
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "accounts-reader");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<String, Account> known;

    AccountDirectory(Accounts accounts) {
        this.accounts = accounts;
        this.known = read();
        reader.scheduleWithFixedDelay(this::refreshIfPossible, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    private Map<String, Account> read() {
        return accounts.list().stream()
                .collect(Collectors.toUnmodifiableMap(account -> Account.key(account.name()), Function.identity()));
    }

    /** While the store is away, which it tells the log itself, what was known goes on to hold. */
    void refreshIfPossible() {
        try {
            refresh();
        } catch (StoreException e) {
            return;
        }
    }

    /** After something was changed here, it holds at once. */
    synchronized void refresh() {
        known = read();
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** Whether it may sign in or not. */
    Optional<Account> find(String name) {
        return Optional.ofNullable(known.get(Account.key(name)));
    }

    /** One that may sign in. */
    Optional<Account> findActive(String name) {
        return find(name).filter(account -> !account.isDisabled());
    }

    @Override
    public void destroy() {
        reader.shutdownNow();
    }
}
