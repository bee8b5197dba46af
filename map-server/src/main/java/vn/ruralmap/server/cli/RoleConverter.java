package vn.ruralmap.server.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vn.ruralmap.server.editing.Role;

/** Roles as they are typed: {@code data-manager}. */
final class RoleConverter implements ITypeConverter<Role> {

    @Override
    public Role convert(String text) {
        return Stream.of(Role.values())
                .filter(role ->
                        name(role).equals(text.strip().toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "không có vai trò '" + text + "'; có / there is no role '" + text + "'; there are: "
                                + names(Stream.of(Role.values()).toList())));
    }

    static String names(Collection<Role> roles) {
        return roles.stream().sorted().map(RoleConverter::name).collect(Collectors.joining(", "));
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
