package vn.ruralmap.dataimport.diff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Validity;

/**
 * Tells whether two plans change the same: one hash over all changes, each in one canonical form, in sorted order.
 *
 * <p>Every part is preceded by its length, so that no value can pass for the end of one and the beginning of another.
 */
public final class PlanDigest {

    private PlanDigest() {}

    /** SHA-256 in hexadecimal. */
    public static String of(List<Change> changes) {
        MessageDigest whole = sha256();
        changes.stream().map(PlanDigest::digest).sorted().forEach(part -> add(whole, part));
        return HexFormat.of().formatHex(whole.digest());
    }

    private static String digest(Change change) {
        MessageDigest digest = sha256();
        add(digest, change.getClass().getSimpleName());
        add(digest, change.layer());
        if (change instanceof Change.Insert insert) {
            add(digest, insert.content());
        } else if (change instanceof Change.Update update) {
            add(digest, update.fid() + " " + update.expectedVersion());
            add(digest, update.content());
        } else if (change instanceof Change.Restore restore) {
            add(digest, restore.fid() + " " + restore.expectedVersion());
            add(digest, restore.content());
        } else if (change instanceof Change.Delete delete) {
            add(digest, delete.fid() + " " + delete.expectedVersion());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Change.Content content) {
        Validity validity = content.validity();
        add(digest, validity.from() + "/" + Objects.toString(validity.to(), ""));
        add(digest, content.decision());
        for (Object value : content.values()) {
            add(digest, value == null ? null : value.getClass().getSimpleName() + " " + value);
        }
        byte[] geometry = content.geometry() == null ? new byte[0] : new WKBWriter().write(content.geometry());
        add(digest, geometry);
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        if (text == null) {
            digest.update((byte) 0);
        } else {
            digest.update((byte) 1);
            add(digest, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        int size = bytes.length;
        digest.update(new byte[] {(byte) (size >>> 24), (byte) (size >>> 16), (byte) (size >>> 8), (byte) size});
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
