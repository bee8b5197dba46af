package vn.ruralmap.server.wfs;

import java.util.List;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/** A query kept under a name. A bean of this type is offered. */
interface StoredQuery {

    String id();

    LocalizedText title();

    /** Its parameters. */
    List<Parameter> parameters();

    /** @param type a type of XML Schema, with the prefix {@code xsd} */
    record Parameter(String name, String type, LocalizedText title) {}

    /** Names of the types in its answers; none: any. */
    default List<String> returnTypes() {
        return List.of();
    }

    /** The types in its answers as documents name them. */
    default List<String> returnNames(Catalogue catalogue) {
        List<String> types = returnTypes().isEmpty()
                ? catalogue.layers().stream().map(Layer::name).toList()
                : returnTypes();
        return types.stream()
                .map(name -> name.contains(":") ? name : Namespaces.NTM_PREFIX + ':' + name)
                .toList();
    }

    /** True if the answer is a feature itself, without a collection around it. */
    default boolean isSingle() {
        return false;
    }

    /** @throws vn.ruralmap.server.support.RequestException if the arguments are wrong */
    List<QueryExpression.AdHoc> expand(QueryExpression.Stored call, WfsExchange exchange);
}
