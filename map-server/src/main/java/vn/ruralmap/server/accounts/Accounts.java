package vn.ruralmap.server.accounts;

import java.time.Clock;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.store.Documents;
import vn.ruralmap.layers.store.Documents.Document;
import vn.ruralmap.layers.store.StaleDocumentException;
import vn.ruralmap.server.support.RequestException;

/** The accounts in a store. Knows neither HTTP nor memory: whoever asks is told what the store says now. */
public final class Accounts {

    private static final String KIND = "account";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Documents documents;
    private final Clock clock;

    public Accounts(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** In the order of their names. */
    public List<Account> list() {
        return documents.list(KIND, "").stream().map(Accounts::read).toList();
    }

    /** @throws RequestException status 404 if there is none */
    public Account get(String name) {
        return read(document(name));
    }

    /**
     * Makes one.
     *
     * @throws RequestException status 400 if a fact or the password cannot be, 409 if there is one of this name
     */
    public Account add(String name, AccountFacts facts, String password) {
        Account account = Account.create(name, facts, Passwords.hash(password), clock.instant());
        try {
            documents.put(KIND, Account.key(name), 0, JSON.writeValueAsString(account));
        } catch (StaleDocumentException e) {
            throw RequestException.of(
                    409,
                    "AccountExists",
                    "name",
                    "Đã có tài khoản tên " + account.name(),
                    "There is an account named " + account.name());
        }
        return account;
    }

    /** @throws RequestException status 400 if a fact cannot be, 409 if nobody could manage accounts any longer */
    public Account change(String name, AccountFacts facts) {
        Document document = document(name);
        Account before = read(document);
        Account after = before.with(facts);
        if (before.isActiveAdministrator() && !after.isActiveAdministrator()) {
            demandAnotherAdministrator(before);
        }
        return write(document, after.isDisabled() ? after.withoutSessions(clock.instant()) : after);
    }

    /** Ends all sessions too. @throws RequestException status 400 if the password is too weak */
    public Account changePassword(String name, String password) {
        Document document = document(name);
        return write(document, read(document).withPassword(Passwords.hash(password), clock.instant()));
    }

    /** Gives it to one of an identity provider's people. */
    void bind(String name, String subject) {
        Document document = document(name);
        write(document, read(document).withSubject(subject));
    }

    /** @throws RequestException status 404 if there is none, 409 if nobody could manage accounts any longer */
    public void remove(String name) {
        Document document = document(name);
        Account account = read(document);
        if (account.isActiveAdministrator()) {
            demandAnotherAdministrator(account);
        }
        try {
            documents.remove(KIND, document.key(), document.version());
        } catch (StaleDocumentException e) {
            throw stale(e);
        }
    }

    private void demandAnotherAdministrator(Account one) {
        if (list().stream()
                .noneMatch(
                        other -> other.isActiveAdministrator() && !other.name().equals(one.name()))) {
            throw RequestException.of(
                    409,
                    "LastAdministrator",
                    "name",
                    one.name() + " là quản trị viên duy nhất; hãy trao vai trò này cho người khác trước",
                    one.name() + " is the only administrator; give that role to somebody else first");
        }
    }

    private Account write(Document document, Account account) {
        try {
            documents.put(KIND, document.key(), document.version(), JSON.writeValueAsString(account));
            return account;
        } catch (StaleDocumentException e) {
            throw stale(e);
        }
    }

    private static RequestException stale(StaleDocumentException e) {
        return RequestException.of(409, "Stale", "name", e.text().vi(), e.text().en());
    }

    private Document document(String name) {
        return documents
                .find(KIND, Account.key(name))
                .orElseThrow(() -> RequestException.of(
                        404, "NoSuchAccount", "name", "Không có tài khoản này", "There is no such account"));
    }

    private static Account read(Document document) {
        return JSON.readValue(document.body(), Account.class);
    }
}
