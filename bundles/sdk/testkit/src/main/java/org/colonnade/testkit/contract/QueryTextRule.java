package org.colonnade.testkit.contract;

import java.util.List;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * No text that was put together at run time becomes a query. Follows the data: from each place where a text is put together (a
 * concatenation with something that is no constant, {@code String.format}, a {@code StringBuilder} …) through local variables, parameters,
 * results and fields of the function's own classes to the calls that take a query's text. A constant that javac itself joins from constants
 * is a constant; other texts may be built as one likes.
 */
public final class QueryTextRule {

    private QueryTextRule() {}

    /** Each call that is reached by a text put together, with its place. */
    public static List<String> faults(FunctionFolder function) {
        TextFlow flow = new TextFlow();
        for (ClassNode owner : Bytecode.classes(function.coreClasses())) {
            for (MethodNode method : owner.methods) {
                follow(flow, owner, method);
            }
        }
        return flow.queriesReached();
    }

    private static void follow(TextFlow flow, ClassNode owner, MethodNode method) {
        try {
            new TextFlowReader(flow, owner, method).read();
        } catch (AnalyzerException broken) {
            throw new IllegalStateException(
                    "The bytecode of " + Bytecode.name(owner) + '.' + method.name + " cannot be followed", broken);
        }
    }
}
