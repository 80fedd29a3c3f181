package org.colonnade.testkit.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Finds out where the texts of one method come from and go to. */
final class TextFlowReader {

    private static final Set<String> QUERIES = Set.of(
            "createQuery",
            "createNativeQuery",
            "prepareStatement",
            "prepareCall",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "addBatch",
            "nativeSQL");
    private static final Set<String> BUILDERS =
            Set.of("java/lang/StringBuilder", "java/lang/StringBuffer", "java/util/StringJoiner");
    private static final Set<String> PUT_TOGETHER = Set.of(
            "format",
            "formatted",
            "concat",
            "join",
            "replace",
            "replaceAll",
            "replaceFirst",
            "repeat",
            "valueOf",
            "copyValueOf");
    private static final Set<String> SAME_TEXT =
            Set.of("strip", "trim", "toString", "intern", "toLowerCase", "toUpperCase", "stripIndent");

    private final TextFlow flow;
    private final ClassNode owner;
    private final MethodNode method;
    private final Map<AbstractInsnNode, Integer> parameterOfLoad = new HashMap<>();

    TextFlowReader(TextFlow flow, ClassNode owner, MethodNode method) {
        this.flow = flow;
        this.owner = owner;
        this.method = method;
    }

    void read() throws AnalyzerException {
        if (method.instructions.size() == 0) {
            return;
        }
        Frame<SourceValue>[] frames = new Analyzer<>(new ThroughVariables()).analyze(owner.name, method);
        int line = 0;
        for (int i = 0; i < frames.length; i++) {
            AbstractInsnNode instruction = method.instructions.get(i);
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            }
            if (frames[i] != null) {
                step(instruction, frames[i], line);
            }
        }
    }

    private void step(AbstractInsnNode instruction, Frame<SourceValue> frame, int line) {
        if (instruction instanceof MethodInsnNode call) {
            arguments(call, frame, line);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            captured(dynamic, frame);
        } else if (instruction.getOpcode() == Opcodes.ARETURN) {
            flowsTo(top(frame, 0), TextFlow.result(owner.name, method.name, method.desc));
        } else if (instruction.getOpcode() == Opcodes.PUTFIELD || instruction.getOpcode() == Opcodes.PUTSTATIC) {
            FieldInsnNode field = (FieldInsnNode) instruction;
            flowsTo(top(frame, 0), TextFlow.field(field.owner, field.name));
        }
    }

    private void arguments(MethodInsnNode call, Frame<SourceValue> frame, int line) {
        Type[] types = Type.getArgumentTypes(call.desc);
        for (int i = 0; i < types.length; i++) {
            if (types[i].getClassName().equals("java.lang.String")) {
                SourceValue text = top(frame, types.length - 1 - i);
                flowsTo(text, TextFlow.parameter(call.owner, call.name, call.desc, i));
                if (i == 0 && takesAQuery(call)) {
                    flowsTo(
                            text,
                            TextFlow.query(
                                    Bytecode.name(owner) + '.' + method.name + ", line " + line + ": " + call.name));
                }
            }
        }
    }

    /** What a lambda takes with it arrives as the first parameters of the method that holds its body. */
    private void captured(InvokeDynamicInsnNode dynamic, Frame<SourceValue> frame) {
        if (dynamic.bsmArgs.length < 2 || !(dynamic.bsmArgs[1] instanceof Handle body)) {
            return;
        }
        int count = Type.getArgumentTypes(dynamic.desc).length;
        int receiver = body.getTag() == Opcodes.H_INVOKESTATIC ? 0 : 1;
        for (int i = receiver; i < count; i++) {
            flowsTo(
                    top(frame, count - 1 - i),
                    TextFlow.parameter(body.getOwner(), body.getName(), body.getDesc(), i - receiver));
        }
    }

    private static boolean takesAQuery(MethodInsnNode call) {
        return QUERIES.contains(call.name)
                && (call.owner.equals("javax/persistence/EntityManager")
                        || call.owner.startsWith("java/sql/")
                        || call.owner.startsWith("org/apache/openjpa/"));
    }

    private void flowsTo(SourceValue text, String target) {
        for (AbstractInsnNode source : text.insns) {
            String from = origin(source);
            if (from != null) {
                flow.edge(from, target);
            }
        }
    }

    /** Where a text comes from, or null when it is a constant or something that only arrives from outside. */
    private String origin(AbstractInsnNode source) {
        if (parameterOfLoad.containsKey(source)) {
            return TextFlow.parameter(owner.name, method.name, method.desc, parameterOfLoad.get(source));
        }
        if (source instanceof InvokeDynamicInsnNode dynamic) {
            Handle bootstrap = dynamic.bsm;
            return bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory") ? TextFlow.BUILT : null;
        }
        if (source instanceof FieldInsnNode field) {
            return TextFlow.field(field.owner, field.name);
        }
        if (source instanceof MethodInsnNode call) {
            return putsTogether(call) ? TextFlow.BUILT : TextFlow.result(call.owner, call.name, call.desc);
        }
        return null;
    }

    private static boolean putsTogether(MethodInsnNode call) {
        return BUILDERS.contains(call.owner) && call.name.equals("toString")
                || call.owner.equals("java/lang/String") && PUT_TOGETHER.contains(call.name)
                || call.owner.equals("java/util/stream/Stream") && call.name.equals("collect");
    }

    private static SourceValue top(Frame<SourceValue> frame, int below) {
        return frame.getStack(frame.getStackSize() - 1 - below);
    }

    /** Looks through local variables to what was stored in them; a parameter is remembered by the instruction that loads it. */
    private final class ThroughVariables extends SourceInterpreter {

        ThroughVariables() {
            super(Opcodes.ASM9);
        }

        @Override
        public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
            boolean load = instruction.getOpcode() == Opcodes.ALOAD;
            if (load && value.insns.isEmpty()) {
                int index = parameterAt(((VarInsnNode) instruction).var);
                if (index >= 0) {
                    parameterOfLoad.put(instruction, index);
                    return new SourceValue(value.getSize(), instruction);
                }
            }
            return value;
        }

        @Override
        public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
            return instruction.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(instruction, value);
        }

        @Override
        public SourceValue naryOperation(AbstractInsnNode instruction, java.util.List<? extends SourceValue> values) {
            boolean same = instruction instanceof MethodInsnNode call
                    && call.owner.equals("java/lang/String")
                    && SAME_TEXT.contains(call.name);
            return same ? values.get(0) : super.naryOperation(instruction, values);
        }

        private int parameterAt(int variable) {
            Type[] types = Type.getArgumentTypes(method.desc);
            int at = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
            for (int i = 0; i < types.length; i++) {
                if (at == variable) {
                    return i;
                }
                at += types[i].getSize();
            }
            return -1;
        }
    }
}
