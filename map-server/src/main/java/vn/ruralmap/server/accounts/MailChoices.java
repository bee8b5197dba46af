package vn.ruralmap.server.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.store.Documents;
import vn.ruralmap.layers.store.Documents.Document;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StaleDocumentException;
import vn.ruralmap.server.editing.AddressBook;

/** Who wants news by mail: everybody with an address who did not switch it off. */
@Component
final class MailChoices implements AddressBook {

    /** A document for each account that wants none. */
    private static final String KIND = "mail-off";

    private final Documents documents;
    private final Accounts accounts;

    MailChoices(FeatureStore store, Accounts accounts) {
        this.documents = store.documents();
        this.accounts = accounts;
    }

    boolean isWanted(Account account) {
        return isWanted(account, documents.find(KIND, Account.key(account.name())));
    }

    /** What an earlier account of the name chose does not count. */
    private static boolean isWanted(Account account, Optional<Document> off) {
        return off.isEmpty() || off.get().modified().isBefore(account.created());
    }

    void choose(Account account, boolean isWanted) {
        String key = Account.key(account.name());
        Optional<Document> off = documents.find(KIND, key);
        int seen = off.map(Document::version).orElse(0);
        try {
            if (!isWanted) {
                documents.put(KIND, key, seen, "true");
            } else if (off.isPresent()) {
                documents.remove(KIND, key, seen);
            }
        } catch (StaleDocumentException e) {
            // chosen twice at once; one of both holds
            return;
        }
    }

    @Override
    public List<Addressee> list() {
        Map<String, Document> off =
                documents.list(KIND, "").stream().collect(Collectors.toMap(Document::key, Function.identity()));
        return accounts.list().stream()
                .filter(account -> account.mail() != null && !account.isDisabled())
                .filter(account -> isWanted(account, Optional.ofNullable(off.get(Account.key(account.name())))))
                .map(account -> new Addressee(
                        account.name(), account.displayName(), account.roles(), String.valueOf(account.mail())))
                .toList();
    }
}
