package vn.ruralmap.conformance;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets a suite of the time of Java 8 find its services. The Geotoolkit in ets-wfs20 looks factories up through
 * {@code javax.imageio.spi.ServiceRegistry}, which since Java 9 refuses all types that are none of Image I/O's: that check is
 * emptied, and {@code java.desktop} gets leave to use each service that the suite's jar names.
 */
public final class ServiceRegistryAgent {

    private static final String REGISTRY = "javax/imageio/spi/ServiceRegistry";
    private static final String CHECK = "checkClassAllowed";
    private static final String SERVICES = "META-INF/services/";

    private ServiceRegistryAgent() {}

    /** Called by the JVM before the suite. */
    public static void premain(String arguments, Instrumentation instrumentation) throws IOException {
        instrumentation.addTransformer(new ClassFileTransformer() {
            @Override
            public byte @Nullable [] transform(
                    @Nullable ClassLoader loader,
                    String name,
                    @Nullable Class<?> redefined,
                    @Nullable ProtectionDomain domain,
                    byte[] bytes) {
                return REGISTRY.equals(name) ? withoutCheck(bytes) : null;
            }
        });
        Set<Class<?>> services = new HashSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (new File(entry).getName().startsWith("ets-")) {
                services.addAll(services(entry));
            }
        }
        instrumentation.redefineModule(
                ModuleLayer.boot().findModule("java.desktop").orElseThrow(),
                Set.of(),
                Map.of(),
                Map.of(),
                services,
                Map.of());
    }

    private static Set<Class<?>> services(String jar) throws IOException {
        Set<Class<?>> services = new HashSet<>();
        try (JarFile file = new JarFile(jar)) {
            List<String> names = file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(SERVICES) && !name.endsWith("/"))
                    .map(name -> name.substring(SERVICES.length()))
                    .toList();
            for (String name : names) {
                find(name, services);
            }
        }
        // asked for without a service file
        find("org.geotoolkit.referencing.factory.ReferencingFactoryContainer", services);
        return services;
    }

    private static void find(String name, Set<Class<?>> services) {
        try {
            services.add(Class.forName(name, false, ClassLoader.getSystemClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            // named by a library whose service is not in the jar: nobody can ask for it
            return;
        }
    }

    private static byte[] withoutCheck(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                        if (!name.equals(CHECK)) {
                            return method;
                        }
                        method.visitCode();
                        method.visitInsn(Opcodes.RETURN);
                        method.visitMaxs(0, 2);
                        method.visitEnd();
                        return null;
                    }
                },
                0);
        return writer.toByteArray();
    }
}
