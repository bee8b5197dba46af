package vn.ruralmap.server.proposals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.store.Documents;
import vn.ruralmap.layers.store.Documents.Document;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StaleDocumentException;
import vn.ruralmap.server.support.RequestException;

/**
 * Keeps proposals in the store's documents.
 *
 * <p>The edits are written first, each revision under a key of its own, and then the head that names them: who is killed in between
 * leaves edits that nobody names, and never a head without edits.
 */
@Component
final class Drafts {

    private static final String HEAD = "proposal";
    private static final String EDITS = "proposal-edits";
    private static final String REVIEW = "proposal-review";
    private static final String COMMENTS = "proposal-comments";
    /** Retries of what several may add to at once. */
    private static final int ATTEMPTS = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Documents documents;
    private final Catalogue catalogue;

    Drafts(FeatureStore store, Catalogue catalogue) {
        this.documents = store.documents();
        this.catalogue = catalogue;
    }

    /** A head as it is stored. @param version of the document, which is the ETag */
    record Stored(Proposal proposal, int version) {}

    /** Edits that were written, before a head names them. */
    record Written(String key, Proposal.Content content) {}

    Optional<Stored> find(String id) {
        return id.matches("[0-9a-f]{12}") ? documents.find(HEAD, id).map(Drafts::stored) : Optional.empty();
    }

    /** @throws RequestException status 404 */
    Stored get(String id) {
        return find(id).orElseThrow(() -> RequestException.of(
                404,
                "NoSuchProposal",
                "id",
                "Không có đề xuất này; danh sách ở /api/proposals",
                "There is no such proposal; /api/proposals lists those there are"));
    }

    /** The last edited first. */
    List<Stored> list() {
        List<Stored> all = new ArrayList<>();
        documents.list(HEAD, "").forEach(document -> all.add(stored(document)));
        all.sort(Comparator.comparing((Stored stored) -> lastStep(stored.proposal()))
                .reversed());
        return all;
    }

    private static java.time.Instant lastStep(Proposal proposal) {
        return proposal.steps().get(proposal.steps().size() - 1).when();
    }

    private static Stored stored(Document document) {
        return new Stored(JSON.readValue(document.body(), Proposal.class), document.version());
    }

    /** @throws StaleDocumentException if it is in another version */
    Stored put(Proposal proposal, int seen) {
        return stored(documents.put(HEAD, proposal.id(), seen, JSON.writeValueAsString(proposal)));
    }

    /** Writes edits beside those that the head names. */
    Written write(String id, int revision, List<ProposedEdit> edits) {
        String body = EditsJson.write(edits, (layer, name) -> true).toString();
        // somebody else may be at the same revision at this moment: whose head comes first counts
        String key = id + "/" + revision + "/" + UUID.randomUUID();
        documents.put(EDITS, key, 0, body);
        return new Written(
                key,
                new Proposal.Content(
                        revision,
                        key.substring(id.length() + 1) + "#" + digest(body),
                        edits.stream().map(ProposedEdit::layer).distinct().toList(),
                        edits.size()));
    }

    /** Removes what no head came to name. */
    void forget(Written written) {
        documents.remove(EDITS, written.key(), 1);
    }

    /** Removes the edits that a head named before. */
    void forgetEdits(Proposal before) {
        documents.remove(EDITS, editsKey(before), 1);
    }

    private static String editsKey(Proposal proposal) {
        return proposal.id() + "/"
                + proposal.digest().substring(0, proposal.digest().indexOf('#'));
    }

    /** The edits that a head names. */
    List<ProposedEdit> edits(Proposal proposal) {
        String key = editsKey(proposal);
        // a head that was read a moment ago may have other edits by now
        Document document =
                documents.find(EDITS, key).orElseThrow(() -> new StaleProposalException(get(proposal.id())));
        return EditsJson.read(JSON.readTree(document.body()), catalogue);
    }

    /** What was reviewed when it was published. */
    Optional<JsonNode> review(Proposal proposal) {
        return documents.find(REVIEW, proposal.id()).map(document -> JSON.readTree(document.body()));
    }

    void keepReview(Proposal proposal, JsonNode review) {
        int seen = documents.find(REVIEW, proposal.id()).map(Document::version).orElse(0);
        documents.put(REVIEW, proposal.id(), seen, review.toString());
    }

    List<Comment> comments(String id) {
        return documents
                .find(COMMENTS, id)
                .map(document -> List.of(JSON.readValue(document.body(), Comment[].class)))
                .orElse(List.of());
    }

    /** Several may comment at once. @throws RequestException status 409 if there are too many */
    void add(String id, Comment comment) {
        for (int attempt = 1; ; attempt++) {
            Optional<Document> before = documents.find(COMMENTS, id);
            List<Comment> all = new ArrayList<>(comments(id));
            if (all.size() >= Comment.MOST) {
                throw RequestException.of(
                        409,
                        "TooManyComments",
                        null,
                        "Đề xuất này đã có " + Comment.MOST + " ý kiến",
                        "This proposal has " + Comment.MOST + " comments already");
            }
            all.add(comment);
            try {
                documents.put(COMMENTS, id, before.map(Document::version).orElse(0), JSON.writeValueAsString(all));
                return;
            } catch (StaleDocumentException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
