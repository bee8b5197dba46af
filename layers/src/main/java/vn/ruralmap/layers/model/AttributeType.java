package vn.ruralmap.layers.model;

import java.time.LocalDate;

/** The types an attribute may have, with the Java class its values are held in. */
public enum AttributeType {
    /** {@link String}, NFC. */
    TEXT(String.class),
    /** {@link Long}. */
    INTEGER(Long.class),
    /** {@link Double}, finite. */
    DECIMAL(Double.class),
    /** {@link LocalDate}. */
    DATE(LocalDate.class),
    /** {@link Boolean}. */
    BOOLEAN(Boolean.class),
    /** {@link String}: the code of an entry of the attribute's code list. */
    CODE(String.class),
    /** {@link Long}: the {@code fid} of a feature of {@link Attribute#references()}. */
    REFERENCE(Long.class);

    private final Class<?> valueClass;

    AttributeType(Class<?> valueClass) {
        this.valueClass = valueClass;
    }

    public Class<?> valueClass() {
        return valueClass;
    }
}
