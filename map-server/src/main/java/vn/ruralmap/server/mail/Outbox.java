package vn.ruralmap.server.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.store.Documents;
import vn.ruralmap.layers.store.Documents.Document;
import vn.ruralmap.layers.store.StaleDocumentException;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.server.support.RequestException;

/**
 * What is to be mailed, in the store until it is sent: a restart loses nothing.
 *
 * <p>Of several nodes one sends an entry: it claims it first, by writing it in the version that it has seen, and holds it for some
 * minutes. Sent letters are written down one by one, so that who goes on after a failure sends the others only.
 */
public final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String KIND = "mail-outbox";
    /** Longer than a letter can take, see {@link Postman}. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration LONGEST_RETRY = Duration.ofHours(1);
    /** News that are older interest nobody. */
    private static final Duration GIVEN_UP = Duration.ofDays(3);
    /** Entries that wait; beyond it the oldest are dropped. */
    private static final int MOST = 1_000;
    /** Letters of one entry that may fail before the others wait for the next try. */
    private static final int MOST_FAILURES = 3;

    private final Documents documents;
    private final LetterSource source;
    private final MailSettings settings;
    private final Clock clock;
    private final @Nullable Postman postman;
    private final ScheduledExecutorService worker;
    private boolean isDown;

    Outbox(Documents documents, LetterSource source, MailSettings settings, Clock clock) {
        this.documents = documents;
        this.source = source;
        this.settings = settings;
        this.clock = clock;
        this.postman = settings.host() == null ? null : new Postman(settings);
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "mail");
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.worker = executor;
        if (postman != null) {
            lookAgain();
        }
    }

    private void lookAgain() {
        if (!worker.isShutdown()) {
            worker.schedule(this::sendIfPossible, settings.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** True if the operator has named a mail server. */
    public boolean isOpen() {
        return postman != null;
    }

    /**
     * Remembers that there is something to tell, and returns: the mail server is asked by another thread, soon. Does nothing without a mail
     * server, and never fails: who acted has acted, and sees it in the application.
     *
     * @param reference from which the {@link LetterSource} writes the letters
     */
    public void post(String reference) {
        if (postman == null) {
            return;
        }
        Instant now = clock.instant();
        try {
            documents.put(
                    KIND,
                    now.toEpochMilli() + "-" + UUID.randomUUID(),
                    0,
                    JSON.writeValueAsString(new Entry(reference, now, now, 0, List.of())));
        } catch (StoreException e) {
            LOG.warn("Nobody is told by mail of {}: {}", reference, e.getMessage());
        }
    }

    /**
     * @param due when it is to be sent; in the future also while a node is at it
     * @param done addresses that have their letter
     */
    private record Entry(String reference, Instant posted, Instant due, int tries, List<String> done) {
        Entry until(Instant time) {
            return new Entry(reference, posted, time, tries, done);
        }

        Entry with(String address) {
            List<String> more = new ArrayList<>(done);
            more.add(address);
            return new Entry(reference, posted, due, tries, more);
        }

        Entry afterFailure(Instant time) {
            return new Entry(reference, posted, time, tries + 1, done);
        }
    }

    /** Whatever goes wrong, the next look comes. */
    private void sendIfPossible() {
        try {
            send();
        } catch (StoreException e) {
            LOG.debug("The store is away", e);
        } catch (RequestException e) {
            LOG.warn("Letters could not be written: {}", e.getMessage());
        } finally {
            lookAgain();
        }
    }

    private void send() {
        List<Document> waiting = documents.list(KIND, "");
        Instant now = clock.instant();
        for (int i = 0; i < waiting.size() && !Thread.currentThread().isInterrupted(); i++) {
            Document document = waiting.get(i);
            Entry entry = JSON.readValue(document.body(), Entry.class);
            try {
                if (i < waiting.size() - MOST || entry.posted().plus(GIVEN_UP).isBefore(now)) {
                    documents.remove(KIND, document.key(), document.version());
                    LOG.warn("Given up to mail news of {}", entry.posted());
                } else if (!entry.due().isAfter(now)) {
                    send(document, entry);
                }
            } catch (StaleDocumentException e) {
                // another node has it
                LOG.debug("{} is sent by another node", document.key());
            }
        }
    }

    private void send(Document document, Entry entry) {
        Entry rest = entry;
        int version = claim(document, document.version(), rest);
        int failures = 0;
        for (Letter letter : source.write(entry.reference())) {
            if (rest.done().contains(letter.address()) || failures >= MOST_FAILURES) {
                continue;
            }
            if (send(letter)) {
                rest = rest.with(letter.address());
                version = claim(document, version, rest);
            } else {
                failures++;
            }
        }
        if (failures == 0) {
            documents.remove(KIND, document.key(), version);
        } else {
            Entry later = rest.afterFailure(clock.instant().plus(backoff(rest.tries())));
            documents.put(KIND, document.key(), version, JSON.writeValueAsString(later));
        }
    }

    /** @throws StaleDocumentException if another node has it. @return the version that it has now */
    private int claim(Document document, int seen, Entry entry) {
        Entry claimed = entry.until(clock.instant().plus(CLAIM));
        return documents
                .put(KIND, document.key(), seen, JSON.writeValueAsString(claimed))
                .version();
    }

    private Duration backoff(int tries) {
        Duration wait = settings.retry().multipliedBy(1L << Math.min(tries, 10));
        return wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY;
    }

    private boolean send(Letter letter) {
        try {
            Objects.requireNonNull(postman).send(letter);
            if (isDown) {
                isDown = false;
                LOG.info("Mail is sent again");
            }
            return true;
        } catch (MailException e) {
            if (!isDown) {
                isDown = true;
                LOG.warn(
                        "Mail cannot be sent by {}, it is tried again: {}",
                        settings.host(),
                        e.getMostSpecificCause().getMessage());
            }
            return false;
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
