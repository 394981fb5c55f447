package hotline.simulator.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our classes once more, one of them with a wrong in it: the product has no switches for that.
 * Everything else comes from the usual loader.
 */
final class MutantLoader extends ClassLoader {
  private static final ClassDesc WRONG = ClassDesc.of("hotline.simulator.mutants.Wrong");

  private final @Nullable Mutant mutant;
  private boolean changed;

  /** {@code mutant} is null for the product as it is. */
  MutantLoader(@Nullable Mutant mutant) {
    super(MutantLoader.class.getClassLoader());
    this.mutant = mutant;
  }

  /** Whether the place was found. */
  boolean hasChanged() {
    return changed;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      return name.startsWith("hotline.") ? load(name) : super.loadClass(name, resolve);
    }
  }

  private Class<?> load(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(file)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      Mutant of = mutant;
      byte[] loaded = of != null && name.equals(of.className()) ? change(bytes, of) : bytes;
      return defineClass(name, loaded, 0, loaded.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  private byte[] change(byte[] bytes, Mutant of) {
    ClassFile file =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(Objects.requireNonNull(getParent()))));
    MethodTransform change =
        of.change().startsWith("return ")
            ? (into, element) -> {
              if (element instanceof java.lang.classfile.CodeModel code) {
                changed = true;
                MethodModel method = code.parent().orElseThrow();
                into.withCode(
                    body -> answer(body, method, of.change().substring("return ".length())));
              } else {
                into.with(element);
              }
            }
            : MethodTransform.transformingCode(redirect(of.change()));
    return file.transformClass(
        file.parse(bytes),
        ClassTransform.transformingMethods(
            method -> isMeant(method.methodName().stringValue(), of.method()), change));
  }

  private static boolean isMeant(String name, String method) {
    return name.equals(method) || name.startsWith("lambda$" + method + "$");
  }

  private static void answer(CodeBuilder body, MethodModel method, String what) {
    TypeKind kind = TypeKind.from(method.methodTypeSymbol().returnType());
    switch (what) {
      case "nothing" -> {}
      case "true" -> body.iconst_1();
      case "false" -> body.iconst_0();
      case "0" -> body.lconst_0();
      case "max" -> body.loadConstant(Long.MAX_VALUE);
      case "empty" ->
          body.invokestatic(
              Optional.class.describeConstable().orElseThrow(),
              "empty",
              MethodTypeDesc.of(Optional.class.describeConstable().orElseThrow()));
      default -> throw new IllegalStateException("cannot return " + what);
    }
    body.return_(kind);
  }

  /** {@code Owner.method > name}. */
  private CodeTransform redirect(String change) {
    String[] sides = change.split(" > ", -1);
    int dot = sides[0].lastIndexOf('.');
    String owner = sides[0].substring(0, dot).replace('.', '/');
    String name = sides[0].substring(dot + 1);
    return (body, element) -> {
      if (element instanceof InvokeInstruction call
          && call.owner().asInternalName().equals(owner)
          && call.name().equalsString(name)) {
        changed = true;
        MethodTypeDesc type = call.typeSymbol();
        body.invokestatic(
            WRONG,
            sides[1],
            call.opcode() == Opcode.INVOKESTATIC
                ? type
                : type.insertParameterTypes(0, call.owner().asSymbol()));
      } else {
        body.with(element);
      }
    };
  }
}
