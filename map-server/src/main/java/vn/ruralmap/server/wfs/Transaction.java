package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.store.LockedException;
import vn.ruralmap.layers.store.StoreUnavailableException;
import vn.ruralmap.server.editing.EditConflictException;
import vn.ruralmap.server.editing.EditOutcome;
import vn.ruralmap.server.editing.EditRefusedException;
import vn.ruralmap.server.editing.EditRequest;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Editing;
import vn.ruralmap.server.editing.Locks;
import vn.ruralmap.server.editing.UnseenVersionException;
import vn.ruralmap.server.editing.WarningHeader;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.TransactionEdits.Step;

/** Transaction (OGC 09-025r2 §15): all of its actions are one changeset, or nothing is done. */
@Component
final class Transaction implements WfsOperation<TransactionRequest> {

    private static final int MOST_TOLD = 20;

    private final EditRights rights;
    private final Editing editing;
    private final Locks locks;

    Transaction(EditRights rights, Editing editing, Locks locks) {
        this.rights = rights;
        this.editing = editing;
        this.locks = locks;
    }

    @Override
    public String name() {
        return "Transaction";
    }

    @Override
    public Set<Encoding> encodings() {
        return EnumSet.of(Encoding.XML);
    }

    /** Offered only where somebody may write. */
    @Override
    public Set<WfsVersion> versions() {
        return rights.isOpen() ? EnumSet.allOf(WfsVersion.class) : Set.of();
    }

    @Override
    public Map<String, List<String>> parameters(WfsVersion version) {
        return Map.of("releaseAction", List.of("ALL", "SOME"));
    }

    @Override
    public TransactionRequest read(Parameters parameters, WfsVersion version) {
        throw RequestException.of(
                501,
                "OperationNotSupported",
                "request",
                "Transaction chỉ nhận dạng XML, gửi bằng POST",
                "Transaction is taken as XML by POST only");
    }

    @Override
    public TransactionRequest read(XmlRequest xml) throws XMLStreamException {
        return TransactionReader.read(xml);
    }

    @Override
    public void answer(TransactionRequest request, WfsExchange exchange) throws IOException {
        Writer writer = rights.demandWriter(exchange.request(), exchange.response());
        request.lockId().ifPresent(id -> demandLock(id, exchange.version()));
        List<Step> steps = new TransactionEdits(exchange, editing).of(request);
        EditOutcome outcome = write(request, exchange, writer, steps);
        exchange.response().setHeader("Cache-Control", "no-store");
        if (outcome.isRepeated()) {
            exchange.response().setHeader("Idempotent-Replayed", "true");
        }
        WarningHeader.write(outcome.warnings(), exchange.response());
        TransactionAnswer.of(request, steps, outcome).write(exchange);
    }

    private void demandLock(String id, WfsVersion version) {
        switch (locks.state(id)) {
            case UNKNOWN -> throw LockRefusals.unknown();
            case EXPIRED -> throw LockRefusals.expired(version);
            case HOLDS -> {
                // as it should
            }
        }
    }

    private EditOutcome write(TransactionRequest request, WfsExchange exchange, Writer writer, List<Step> steps)
            throws IOException {
        try {
            return editing.apply(new EditRequest(
                    writer,
                    Changeset.Source.WFS_T,
                    request.handle().orElse(""),
                    exchange.date(),
                    steps.stream().map(Step::edit).toList(),
                    false,
                    request.lockId()
                            .map(id -> new EditRequest.HeldLock(id, request.releasesAll()))
                            .orElse(null),
                    key(exchange, writer)));
        } catch (LockedException e) {
            throw RequestException.of(
                    request.lockId().isPresent() ? "InvalidLockId" : "MissingParameterValue",
                    "lockId",
                    e.text().vi(),
                    e.text().en());
        } catch (EditRefusedException e) {
            throw refused(e, steps);
        } catch (EditConflictException e) {
            throw failed(
                    exchange,
                    e.conflicts().stream()
                            .limit(MOST_TOLD)
                            .map(conflict -> conflict.text().vi())
                            .collect(Collectors.joining(" ")),
                    e.conflicts().stream()
                            .limit(MOST_TOLD)
                            .map(conflict -> conflict.text().en())
                            .collect(Collectors.joining(" ")));
        } catch (UnseenVersionException e) {
            String ids = String.join(
                    ", ", e.ids().subList(0, Math.min(MOST_TOLD, e.ids().size())));
            throw failed(
                    exchange,
                    "Không biết các đối tượng này được sửa từ phiên bản nào: " + ids
                            + "; hãy tải lại chúng bằng cùng tài khoản, hoặc gửi thuộc tính version",
                    "It is not known which versions these features were edited from: " + ids
                            + "; load them again with the same login, or send the property version");
        } catch (StoreUnavailableException e) {
            throw RequestException.of(
                    503,
                    "NoApplicableCode",
                    null,
                    e.isOutcomeUnknown()
                            ? "Mất liên lạc với kho dữ liệu khi đang ghi, chưa rõ đã ghi hay chưa; hãy tải lại trước"
                                    + " khi thử lại"
                            : "Tạm thời không truy cập được dữ liệu, chưa có gì thay đổi; hãy thử lại sau vài giây",
                    e.isOutcomeUnknown()
                            ? "The data were lost sight of while they were written, which may or may not have been"
                                    + " done; load them again before you try once more"
                            : "The data cannot be reached for the moment and nothing was changed; try again in a few"
                                    + " seconds");
        }
    }

    private static EditRequest.@Nullable Key key(WfsExchange exchange, Writer writer) throws IOException {
        Optional<String> text = EditRequest.Key.read(exchange.request());
        return text.isEmpty() ? null : new EditRequest.Key(text.get(), exchange.bodyDigest(writer.name()));
    }

    /** Everything that is wrong; the locator is the action's handle, or the first property (OGC 09-025r2 §7.5). */
    private static RequestException refused(EditRefusedException e, List<Step> steps) {
        List<Issue> issues =
                e.issues().subList(0, Math.min(MOST_TOLD, e.issues().size()));
        String vi = issues.stream()
                .map(issue -> place(issue, "đối tượng ") + issue.message().vi() + ". "
                        + issue.remedy().vi())
                .collect(Collectors.joining(" "));
        String en = issues.stream()
                .map(issue -> place(issue, "feature ") + issue.message().en() + ". "
                        + issue.remedy().en())
                .collect(Collectors.joining(" "));
        int more = e.issues().size() - issues.size();
        Issue first = issues.get(0);
        int row = (int) first.row();
        Optional<String> handle =
                row == 0 ? Optional.empty() : steps.get(row - 1).action().handle();
        return RequestException.of(
                "InvalidValue",
                handle.orElse(first.field()),
                vi + (more == 0 ? "" : " Và " + more + " lỗi khác"),
                en + (more == 0 ? "" : " And " + more + " more"));
    }

    private static String place(Issue issue, String word) {
        String at = issue.place() == null ? "" : " (" + issue.place().x + " " + issue.place().y + ")";
        return (issue.row() == 0 ? "" : word + issue.row() + at + ": ") + issue.code() + ": ";
    }

    private static RequestException failed(WfsExchange exchange, String vi, String en) {
        // 403 by 2.0 (OGC 09-025r2 table D.2); before, clients show the text only of what is no error to HTTP
        return RequestException.of(
                exchange.version() == WfsVersion.V2_0_0 ? 403 : 400,
                "OperationProcessingFailed",
                "Transaction",
                vi,
                en);
    }
}
