package vn.ruralmap.dataimport.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ruralmap.layers.model.Attribute;

/** Codes that a spreadsheet or a numeric field has made a number of: 4 was 00004. */
final class LeadingZeros {

    private static final Pattern FIXED_DIGITS = Pattern.compile("\\^?\\\\d\\{(\\d{1,2})}\\$?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private LeadingZeros() {}

    /** The code in full length if the attribute's pattern is so many digits and the text fewer, else the text. */
    static String restore(String text, Attribute attribute) {
        Pattern pattern = attribute.pattern();
        Matcher fixed = FIXED_DIGITS.matcher(pattern == null ? "" : pattern.pattern());
        if (!fixed.matches() || !DIGITS.matcher(text).matches()) {
            return text;
        }
        int missing = Integer.parseInt(fixed.group(1)) - text.length();
        return missing <= 0 ? text : "0".repeat(missing) + text;
    }
}
