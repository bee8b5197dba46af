/**
 * Which letters the bytes of a text stand for.
 *
 * <p>Vietnamese offices hold text in TCVN3 (fonts {@code .Vn*}), VNI (fonts {@code VNI-*}), Windows-1258 and rarer
 * encodings, in files that say nothing or something wrong about it. {@link vn.ruralmap.dataimport.encoding.Encodings}
 * names them, {@link vn.ruralmap.dataimport.encoding.ColumnSample} gathers the bytes of a column before anything trims
 * them, {@link vn.ruralmap.dataimport.encoding.FileEncoding#choose} decides per column by how much of it would be Vietnamese
 * syllables, and {@link vn.ruralmap.dataimport.encoding.ColumnReader} decodes values, mends what the encoding could not
 * write and reports what is lost.
 *
 * <p>This package knows the model and Java; it knows no file format, no layer and no other stage of an import.
 */
@NullMarked
package vn.ruralmap.dataimport.encoding;

import org.jspecify.annotations.NullMarked;
