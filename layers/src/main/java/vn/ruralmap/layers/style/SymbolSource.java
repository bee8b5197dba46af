package vn.ruralmap.layers.style;

import java.util.Optional;

/** Where a style's pictures come from. Nothing is ever fetched: a name that is not there is an error of the style. */
@FunctionalInterface
public interface SymbolSource {

    /** No pictures at all. */
    SymbolSource NONE = name -> Optional.empty();

    /** @param name {@code symbols/NAME.svg} */
    Optional<byte[]> read(String name);
}
