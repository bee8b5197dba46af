package vn.ruralmap.layers.gml;

import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The numbers of one element, read as its text arrives, which may be in pieces of a few thousand characters. */
final class Positions {

    /** No number of a coordinate is longer. */
    private static final int MAX_NUMBER = 64;

    private final XMLStreamReader xml;
    private final int maxNumbers;
    private final StringBuilder token = new StringBuilder();
    private double[] numbers = new double[16];
    private int size;
    /** How many numbers the first tuple of {@code gml:coordinates} had; 0: none was finished. */
    private int tuple;

    private int inTuple;

    private Positions(XMLStreamReader xml, int maxNumbers) {
        this.xml = xml;
        this.maxNumbers = maxNumbers;
    }

    /** Reads the element at whose start the stream stands, to its end: {@code gml:pos}, {@code gml:posList}, a corner. */
    static Positions ofNumbers(XMLStreamReader xml, int maxNumbers) throws XMLStreamException {
        Positions positions = new Positions(xml, maxNumbers);
        positions.read('\0', '.', ' ');
        return positions;
    }

    /** {@code gml:coordinates}, with separators of its own (OGC 02-069 §4.3.1). */
    static Positions ofTuples(XMLStreamReader xml, int maxNumbers) throws XMLStreamException {
        Positions positions = new Positions(xml, maxNumbers);
        char comma = separator(xml, "cs", ',');
        char decimal = separator(xml, "decimal", '.');
        char space = separator(xml, "ts", ' ');
        if (comma == decimal || comma == space || decimal == space) {
            throw new GmlException(
                    xml.getLocation(),
                    "cs, ts và decimal phải khác nhau",
                    "cs, ts and decimal must differ from one another");
        }
        positions.read(comma, decimal, space);
        return positions;
    }

    private static char separator(XMLStreamReader xml, String attribute, char usual) {
        String value = xml.getAttributeValue(null, attribute);
        if (value == null) {
            return usual;
        }
        if (value.length() != 1 || Character.isLetterOrDigit(value.charAt(0))) {
            throw new GmlException(
                    xml.getLocation(),
                    attribute + " phải là một ký tự không phải chữ hay số",
                    attribute + " must be one character, no letter and no digit");
        }
        return value.charAt(0);
    }

    private void read(char comma, char decimal, char space) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                throw new GmlException(
                        xml.getLocation(),
                        "chỉ có số ở đây, không có phần tử " + xml.getLocalName(),
                        "only numbers are expected here, no element " + xml.getLocalName());
            }
            if (xml.isCharacters()) {
                char[] text = xml.getTextCharacters();
                int end = xml.getTextStart() + xml.getTextLength();
                for (int i = xml.getTextStart(); i < end; i++) {
                    take(text[i], comma, decimal, space);
                }
            }
        }
        endNumber();
        endTuple();
    }

    private void take(char c, char comma, char decimal, char space) {
        if (c == comma) {
            endNumber();
        } else if (c == space || c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            endNumber();
            if (comma != '\0') {
                endTuple();
            }
        } else {
            if (token.length() == MAX_NUMBER) {
                throw notANumber();
            }
            token.append(c == decimal ? '.' : c);
        }
    }

    private void endNumber() {
        if (token.length() == 0) {
            return;
        }
        if (size == maxNumbers) {
            throw new GmlException(
                    xml.getLocation(),
                    "hình có quá nhiều đỉnh; hãy chia nhỏ hoặc đơn giản hóa",
                    "the geometry has too many vertices; divide or simplify it");
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number();
        inTuple++;
        token.setLength(0);
    }

    private double number() {
        // parseDouble would also take hexadecimal numbers and "1d"
        for (int i = 0; i < token.length(); i++) {
            if ("0123456789+-.eE".indexOf(token.charAt(i)) < 0) {
                throw notANumber();
            }
        }
        try {
            double value = Double.parseDouble(token.toString());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notANumber();
        }
        throw notANumber();
    }

    private void endTuple() {
        if (inTuple == 0) {
            return;
        }
        tuple = tuple == 0 ? inTuple : tuple;
        if (tuple != inTuple) {
            tuple = -1;
        }
        inTuple = 0;
    }

    private GmlException notANumber() {
        return new GmlException(
                xml.getLocation(),
                "«" + token + "» không phải là số hữu hạn",
                "\"" + token + "\" is not a finite number");
    }

    int size() {
        return size;
    }

    /** The only number. */
    double single() {
        return numbers[0];
    }

    /** Numbers of each tuple; -1: not the same in all. */
    int tupleSize() {
        return tuple;
    }

    /**
     * The first two numbers of each position, the others (heights) dropped.
     *
     * @param dimension numbers of a position, 2 or 3
     */
    double[] pairs(int dimension) {
        if (dimension < 2 || dimension > 3 || size % dimension != 0) {
            throw new GmlException(
                    xml.getLocation(),
                    size + " số không chia thành các tọa độ " + dimension + " chiều (srsDimension 2 hoặc 3)",
                    size + " numbers do not make positions of " + dimension + " dimensions (srsDimension 2 or 3)");
        }
        double[] pairs = new double[size / dimension * 2];
        for (int i = 0; i < pairs.length / 2; i++) {
            pairs[2 * i] = numbers[dimension * i];
            pairs[2 * i + 1] = numbers[dimension * i + 1];
        }
        return pairs;
    }
}
