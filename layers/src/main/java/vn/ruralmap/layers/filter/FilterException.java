package vn.ruralmap.layers.filter;

import vn.ruralmap.layers.model.LocalizedText;

/** A filter that cannot be used: where, why, and what would be right. The asker's own text is not repeated. */
public final class FilterException extends RuntimeException {

    private final Fault fault;
    private final transient LocalizedText reason;
    private final transient LocalizedText place;
    private final int line;

    /** What is wrong, for protocols that have a code for each. */
    public enum Fault {
        /** It cannot be read. */
        MALFORMED,
        /** It names a property that the asker does not see. */
        UNKNOWN_PROPERTY,
        /** A value does not fit the property or the operator, or lies outside of its range. */
        INVALID_VALUE,
        /** The standard knows it, the server does not. */
        UNSUPPORTED,
        /** Larger than the server takes. */
        TOO_LARGE
    }

    private FilterException(Fault fault, LocalizedText reason, LocalizedText place, int line) {
        super(place.en() + reason.en());
        this.fault = fault;
        this.reason = reason;
        this.place = place;
        this.line = line;
    }

    static FilterException of(Fault fault, String vi, String en) {
        return new FilterException(fault, new LocalizedText(vi, en), LocalizedText.same(""), 0);
    }

    /** @param line and column of a document, from 1 */
    static FilterException at(int line, int column, Fault fault, LocalizedText reason) {
        return new FilterException(
                fault,
                reason,
                new LocalizedText(
                        "dòng " + line + ", cột " + column + ": ", "line " + line + ", column " + column + ": "),
                line);
    }

    /** @param character of the text, from 1 */
    static FilterException at(int character, Fault fault, LocalizedText reason) {
        return new FilterException(
                fault, reason, new LocalizedText("ký tự thứ " + character + ": ", "character " + character + ": "), 1);
    }

    /** @param path into a JSON document, for example {@code $.args[0]} */
    static FilterException at(String path, Fault fault, LocalizedText reason) {
        return new FilterException(fault, reason, LocalizedText.same(path + ": "), 1);
    }

    public Fault fault() {
        return fault;
    }

    /** With the place in front, if it is known. */
    public LocalizedText reason() {
        return new LocalizedText(place.vi() + reason.vi(), place.en() + reason.en());
    }

    /** Without the place. */
    public LocalizedText bareReason() {
        return reason;
    }

    /** Of the document, from 1; 0: not known. */
    public int line() {
        return line;
    }
}
