package io.mauntic.kit.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mauntic.kit.security.PublicRoute;
import io.mauntic.kit.security.RequiresPermission;
import io.quarkus.vertx.web.Route;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every route that the classes on the class path open, with what {@code PermissionFilter} asks. */
final class CodedDoors {

    private final String context;
    private final Function<String, Optional<String>> permissionOfOperation;

    /**
     * @param permissionOfOperation what the contract asks for an operation by its id, which is the
     *     method's name
     */
    CodedDoors(String context, Function<String, Optional<String>> permissionOfOperation) {
        this.context = context;
        this.permissionOfOperation = permissionOfOperation;
    }

    Stream<Door> all() {
        return classes()
                .filter(type -> !type.isInterface() && !Modifier.isAbstract(type.getModifiers()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(this::ofMethod));
    }

    /** The classes that ask for the router itself, where no list would see what they open. */
    static Stream<Class<?>> withTheRouter() {
        return classes()
                .filter(
                        type ->
                                Arrays.stream(type.getDeclaredMethods())
                                        .flatMap(
                                                method -> Arrays.stream(method.getParameterTypes()))
                                        .anyMatch(io.vertx.ext.web.Router.class::equals));
    }

    // The test kit's own resources come in a jar, which looks like any other.
    private static Stream<Class<?>> classes() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.mauntic")
                        .stream()
                        .filter(type -> !type.getPackageName().startsWith("io.mauntic.kit.notes"))
                        .filter(type -> !type.getPackageName().startsWith("io.mauntic.kit.test"))
                        .map(JavaClass::reflect);
    }

    private Stream<Door> ofMethod(Method method) {
        if (method.isBridge() || method.isSynthetic()) {
            return Stream.empty();
        }
        Route route = method.getAnnotation(Route.class);
        if (route != null) {
            return Arrays.stream(route.methods())
                    .map(verb -> new Door(verb.name(), route.path(), "public"));
        }
        return declarations(method)
                .flatMap(declared -> verbs(declared).map(verb -> door(verb, declared, method)));
    }

    private Door door(String verb, Method declared, Method method) {
        String path =
                (path(declared.getDeclaringClass()) + "/" + path(declared))
                        .replace(" ", "")
                        .replaceAll("\\{(\\w+):(?![a-z|-]+})(?:[^{}]|\\{[\\d,]+})*}", "{$1}")
                        .replaceAll("/+", "/")
                        .replaceAll("(?<=.)/$", "")
                        .replace("{context}", context);
        return new Door(verb, path, lock(method));
    }

    private String lock(Method method) {
        if (annotation(method, PublicRoute.class).isPresent()) {
            return "public";
        }
        return annotation(method, RequiresPermission.class)
                .map(RequiresPermission::value)
                .or(() -> permissionOfOperation.apply(method.getName()))
                .orElse("nobody");
    }

    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> wanted) {
        return Optional.ofNullable(method.getAnnotation(wanted))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(wanted)));
    }

    private static Stream<Method> declarations(Method method) {
        return Stream.concat(
                        Stream.of(method.getDeclaringClass()),
                        Arrays.stream(method.getDeclaringClass().getInterfaces()))
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(
                        one ->
                                one.getName().equals(method.getName())
                                        && Arrays.equals(
                                                one.getParameterTypes(),
                                                method.getParameterTypes()));
    }

    private static Stream<String> verbs(Method declared) {
        return Arrays.stream(declared.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static String path(java.lang.reflect.AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }
}
