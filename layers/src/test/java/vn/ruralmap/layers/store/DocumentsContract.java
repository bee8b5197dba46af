package vn.ruralmap.layers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.store.Documents.Document;

/** Documents and the audit log, in every store. */
public abstract class DocumentsContract extends StoreFixture {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    private static AuditLog.Entry entry(String actor, String action) {
        return new AuditLog.Entry(0, TIME, actor, action, null, true, "192.0.2.1", "{}");
    }

    @Test
    void aDocumentIsFoundInEveryInstanceAsItWasWritten() {
        String body = "{\"name\": \"Ấp Mỹ Thuận\",  \"spaces\": \"stay\"}";

        Document written = store.documents().put("draft", "lan/1", 0, body);

        assertThat(written.version()).isEqualTo(1);
        assertThat(open().documents().find("draft", "lan/1")).contains(written);
        assertThat(written.body()).isEqualTo(body);
        assertThat(store.documents().find("draft", "lan")).isEmpty();
        assertThat(store.documents().find("other", "lan/1")).isEmpty();
    }

    @Test
    void whoHasNotSeenTheLastVersionChangesNothing() {
        Documents documents = store.documents();
        documents.put("draft", "a", 0, "1");
        documents.put("draft", "a", 1, "2");

        assertThatThrownBy(() -> documents.put("draft", "a", 1, "3")).isInstanceOf(StaleDocumentException.class);
        assertThatThrownBy(() -> documents.put("draft", "a", 0, "3")).isInstanceOf(StaleDocumentException.class);
        assertThatThrownBy(() -> documents.put("draft", "b", 1, "3")).isInstanceOf(StaleDocumentException.class);
        assertThatThrownBy(() -> documents.remove("draft", "a", 1)).isInstanceOf(StaleDocumentException.class);
        assertThat(documents.find("draft", "a"))
                .get()
                .extracting(Document::body)
                .isEqualTo("2");
    }

    @Test
    void aRemovedDocumentIsGoneAndCanBeMadeAgain() {
        Documents documents = store.documents();
        documents.put("draft", "a", 0, "1");

        documents.remove("draft", "a", 1);
        documents.remove("draft", "a", 1);

        assertThat(documents.list("draft", "")).isEmpty();
        assertThat(documents.put("draft", "a", 0, "2").version()).isEqualTo(1);
    }

    @Test
    void documentsAreListedByTheBeginningOfTheirKeysInTheSameOrderInEveryStore() {
        for (String key : List.of("b/1", "B/1", "a/2", "a/10", "Ấp/1", "a%/1", "ab/1", "a_/1")) {
            store.documents().put("draft", key, 0, "{}");
        }
        store.documents().put("drafts", "a/1", 0, "{}");

        assertThat(store.documents().list("draft", ""))
                .extracting(Document::key)
                .containsExactly("B/1", "a%/1", "a/10", "a/2", "a_/1", "ab/1", "b/1", "Ấp/1");
        assertThat(store.documents().list("draft", "a/"))
                .extracting(Document::key)
                .containsExactly("a/10", "a/2");
        assertThat(store.documents().list("draft", "Ấp"))
                .extracting(Document::key)
                .containsExactly("Ấp/1");
    }

    @Test
    void theAuditLogKeepsTheOrderAndIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            store.auditLog().append(entry(i % 2 == 0 ? "lan" : "minh", "sign-in"));
        }

        List<AuditLog.Entry> first = open().auditLog().list(null, Long.MAX_VALUE, 3);
        assertThat(first).extracting(AuditLog.Entry::number).containsExactly(5L, 4L, 3L);
        assertThat(first.get(0).time()).isEqualTo(TIME);
        assertThat(first.get(0).isRefused()).isTrue();
        assertThat(store.auditLog().list(null, 3, 3))
                .extracting(AuditLog.Entry::number)
                .containsExactly(2L, 1L);
        assertThat(store.auditLog().list("minh", Long.MAX_VALUE, 10))
                .extracting(AuditLog.Entry::number)
                .containsExactly(4L, 2L);
    }

    @Test
    void ofManyWhoWriteAtOnceNobodyIsLost() throws Exception {
        FeatureStore other = open();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                FeatureStore mine = i % 2 == 0 ? store : other;
                String key = "k" + i;
                all.add(threads.submit(() -> {
                    mine.documents().put("draft", key, 0, "{}");
                    mine.auditLog().append(entry("lan", "save"));
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(store.documents().list("draft", "")).hasSize(40);
        assertThat(store.auditLog().list(null, Long.MAX_VALUE, 100)).hasSize(40);
    }
}
