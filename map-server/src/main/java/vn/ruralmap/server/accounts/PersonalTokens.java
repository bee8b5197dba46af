package vn.ruralmap.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.store.Documents;
import vn.ruralmap.layers.store.Documents.Document;
import vn.ruralmap.layers.store.StaleDocumentException;
import vn.ruralmap.server.support.RequestException;

/** Personal tokens in a store: the owner sees one once, the store keeps its digest. Looked up at most every few seconds each. */
public final class PersonalTokens {

    /** By which people and secret scanners know one. */
    static final String PREFIX = "rmt_";

    private static final String KIND = "token";
    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final int MOST_PER_ACCOUNT = 50;
    private static final int LONGEST_NAME = 80;
    private static final int ID_LENGTH = 12;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Documents documents;
    private final Clock clock;
    private final LookUps<PersonalToken> remembered = new LookUps<>();

    public PersonalTokens(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** @param secret what the program sends, shown this once */
    record Made(PersonalToken token, String secret) {}

    /** Makes one and tells its secret. @throws RequestException status 400 without a name, 409 if there are too many */
    public String create(Account account, String name) {
        return make(account, name).secret();
    }

    Made make(Account account, String name) {
        String purpose = name.strip();
        if (purpose.isEmpty()
                || purpose.length() > LONGEST_NAME
                || purpose.chars().anyMatch(Character::isISOControl)) {
            throw RequestException.invalid(
                    "name", "dùng vào việc gì, 1 đến 80 ký tự", "what it is for, 1 to 80 characters");
        }
        if (list(account.name()).size() >= MOST_PER_ACCOUNT) {
            throw RequestException.of(
                    409,
                    "TooManyTokens",
                    null,
                    "Đã có " + MOST_PER_ACCOUNT + " mã; hãy hủy những mã không dùng nữa",
                    "There are " + MOST_PER_ACCOUNT + " tokens already; revoke those that are no longer used");
        }
        String secret = PREFIX + Secrets.token();
        String key = Secrets.digest(secret);
        PersonalToken token = new PersonalToken(key.substring(0, ID_LENGTH), account.name(), purpose, clock.instant());
        documents.put(KIND, key, 0, JSON.writeValueAsString(token));
        return new Made(token, secret);
    }

    Optional<PersonalToken> find(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String key = Secrets.digest(secret);
        Instant now = clock.instant();
        LookUps.Found<PersonalToken> known = remembered.find(key);
        if (known == null || known.when().plus(BELIEVED).isBefore(now)) {
            known = new LookUps.Found<>(
                    documents.find(KIND, key).map(PersonalTokens::read).orElse(null), now);
            remembered.put(key, known);
        }
        return Optional.ofNullable(known.value());
    }

    /** Of an account, the latest first. */
    List<PersonalToken> list(String account) {
        return documents.list(KIND, "").stream()
                .map(PersonalTokens::read)
                .filter(token -> token.account().equals(account))
                .sorted((one, other) -> other.created().compareTo(one.created()))
                .toList();
    }

    /** @return false: the account has none of this id */
    boolean revoke(String account, String id) {
        boolean isFound = false;
        for (Document document : documents.list(KIND, id)) {
            if (read(document).account().equals(account)) {
                remembered.put(document.key(), new LookUps.Found<>(null, clock.instant()));
                remove(document);
                isFound = true;
            }
        }
        return isFound;
    }

    /** When an account goes. */
    void revokeAll(String account) {
        list(account).forEach(token -> revoke(account, token.id()));
    }

    private void remove(Document document) {
        try {
            documents.remove(KIND, document.key(), document.version());
        } catch (StaleDocumentException e) {
            // tokens never change, so somebody else has removed it
            return;
        }
    }

    private static PersonalToken read(Document document) {
        return JSON.readValue(document.body(), PersonalToken.class);
    }
}
