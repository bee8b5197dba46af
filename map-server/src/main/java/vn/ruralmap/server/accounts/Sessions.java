package vn.ruralmap.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.store.Documents;
import vn.ruralmap.layers.store.Documents.Document;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StaleDocumentException;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.layers.store.StoreUnavailableException;

/**
 * Sessions in the store, so that all nodes share them. The browser has a token, the store its digest. What was looked up is believed
 * for a few seconds, so that the requests of one page ask the store once; a session that another node ended lives so long.
 */
@Component
final class Sessions implements DisposableBean {

    static final String KIND = "session";

    private static final Duration BELIEVED = Duration.ofSeconds(5);
    /** When it was last used is written no more often. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private static final int LONGEST_BROWSER = 200;
    private static final int ID_LENGTH = 12;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Documents documents;
    private final AccountsSettings settings;
    private final Clock clock;
    private final LookUps<Session> remembered = new LookUps<>();
    /** Writes beside the requests: an import may hold a file's only writer for long. */
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sessions-writer");
        thread.setDaemon(true);
        return thread;
    });

    Sessions(FeatureStore store, AccountsSettings settings, Clock clock) {
        this.documents = store.documents();
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens one. @return its token, which nobody but the browser keeps */
    String open(Account account, String way, String address, String browser) {
        String token = Secrets.token();
        String key = Secrets.digest(token);
        Instant now = clock.instant();
        String name = browser.length() > LONGEST_BROWSER ? browser.substring(0, LONGEST_BROWSER) : browser;
        Session session = new Session(account.name(), key.substring(0, ID_LENGTH), now, now, address, name, way);
        documents.put(KIND, key, 0, JSON.writeValueAsString(session));
        writer.execute(this::removeOutdated);
        return token;
    }

    /** The session of a token, if it holds. */
    Optional<Session> find(String token) {
        String key = Secrets.digest(token);
        Instant now = clock.instant();
        LookUps.Found<Session> known = remembered.find(key);
        if (known == null || known.when().plus(BELIEVED).isBefore(now)) {
            known = new LookUps.Found<>(lookUp(key, known), now);
            remembered.put(key, known);
        }
        Session session = known.value();
        if (session == null || isOutdated(session, now)) {
            return Optional.empty();
        }
        if (session.seen().plus(SEEN_STEP).isBefore(now)) {
            remembered.put(key, new LookUps.Found<>(session.seenAt(now), known.when()));
            writer.execute(() -> writeSeen(key, now));
        }
        return Optional.of(session);
    }

    private @Nullable Session lookUp(String key, LookUps.@Nullable Found<Session> known) {
        try {
            return documents.find(KIND, key).map(Sessions::read).orElse(null);
        } catch (StoreUnavailableException e) {
            // people go on to see what they saw; whoever writes is told that the store is away
            return known == null ? null : known.value();
        }
    }

    private void writeSeen(String key, Instant now) {
        try {
            documents
                    .find(KIND, key)
                    .ifPresent(there -> documents.put(
                            KIND,
                            key,
                            there.version(),
                            JSON.writeValueAsString(read(there).seenAt(now))));
        } catch (StoreException e) {
            // ended meanwhile, or the store is away: it is written the next time
            return;
        }
    }

    private boolean isOutdated(Session session, Instant now) {
        return session.seen().plus(settings.sessionIdle()).isBefore(now)
                || session.created().plus(settings.sessionLongest()).isBefore(now);
    }

    /** Of an account, the latest first. */
    List<Session> list(String account) {
        Instant now = clock.instant();
        return documents.list(KIND, "").stream()
                .map(Sessions::read)
                .filter(session -> session.account().equals(account) && !isOutdated(session, now))
                .sorted((one, other) -> other.seen().compareTo(one.seen()))
                .toList();
    }

    void end(String token) {
        remove(Secrets.digest(token));
    }

    /** Ends one of an account's. @return false: there is none of this id */
    boolean end(String account, String id) {
        return endThose(account, session -> session.id().equals(id)) > 0;
    }

    /** Ends all of an account but one. @param kept its id; empty: none is kept */
    int endAll(String account, String kept) {
        return endThose(account, session -> !session.id().equals(kept));
    }

    private int endThose(String account, java.util.function.Predicate<Session> chosen) {
        int ended = 0;
        for (Document document : documents.list(KIND, "")) {
            Session session = read(document);
            if (session.account().equals(account) && chosen.test(session)) {
                remove(document.key());
                ended++;
            }
        }
        return ended;
    }

    private void remove(String key) {
        remembered.put(key, new LookUps.Found<>(null, clock.instant()));
        Optional<Document> there = documents.find(KIND, key);
        while (there.isPresent()) {
            try {
                documents.remove(KIND, key, there.get().version());
                return;
            } catch (StaleDocumentException e) {
                // it was just used
                there = documents.find(KIND, key);
            }
        }
    }

    private void removeOutdated() {
        Instant now = clock.instant();
        try {
            for (Document document : documents.list(KIND, "")) {
                if (isOutdated(read(document), now)) {
                    documents.remove(KIND, document.key(), document.version());
                }
            }
        } catch (StoreException e) {
            // the next one who signs in tries again
            return;
        }
    }

    private static Session read(Document document) {
        return JSON.readValue(document.body(), Session.class);
    }

    @Override
    public void destroy() {
        writer.shutdown();
    }
}
