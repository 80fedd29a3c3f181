package org.colonnade.testkit.contract;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class QueryTextRuleTest {

    private static final String HEAD =
            "package fake.internal.store; import java.sql.*; import javax.persistence.*; public class Things { ";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void constantsAreTaken() throws Exception {
        taken(
                "static final String ALL = \"select t from ThingRow t\"; static final String SORTED = ALL + \" order by t.id\";"
                        + "Object a(EntityManager em) { return em.createQuery(ALL); }"
                        + "Object b(EntityManager em, boolean sorted) { return em.createQuery(sorted ? SORTED : ALL); }"
                        + "Object c(EntityManager em) { String text = ALL; return em.createNativeQuery(text.strip()); }"
                        + "Object d(EntityManager em, int kind) { return em.createQuery(switch (kind) { case 1 -> ALL; default -> SORTED; }); }");
    }

    @Test
    public void aHelperThatIsGivenConstantsIsTaken() throws Exception {
        taken(
                "Object a(Connection c) throws SQLException { return run(c, \"select 1\"); }"
                        + "private Object run(Connection c, String sql) throws SQLException { return c.prepareStatement(sql); }");
    }

    @Test
    public void textsForPeopleMayBePutTogetherBesideAQuery() throws Exception {
        taken(
                "Object a(Connection c, String id) throws SQLException { PreparedStatement s = c.prepareStatement(\"select 1\");"
                        + " s.setString(1, \"%\" + id + \"%\"); throw new SQLException(\"no thing \" + id); }");
    }

    @Test
    public void anEnumThatHoldsConstantsIsTaken() throws Exception {
        taken(
                "enum Sort { NAME(\"select 1\"), AGE(\"select 2\"); final String sql; Sort(String sql) { this.sql = sql; } String sql() { return sql; } }"
                        + "Object a(Connection c, Sort sort) throws SQLException { return c.prepareStatement(sort.sql()); }");
    }

    @Test
    public void aConcatenationIsFound() throws Exception {
        found(
                "Object a(EntityManager em, String name) { return em.createQuery(\"select t from T t where t.name = '\" + name + \"'\"); }");
    }

    @Test
    public void aStringBuilderIsFound() throws Exception {
        found(
                "Object a(Connection c, String name) throws SQLException { StringBuilder s = new StringBuilder(\"select \"); s.append(name);"
                        + " return c.prepareStatement(s.toString()); }");
    }

    @Test
    public void formattingIsFound() throws Exception {
        found(
                "Object a(Connection c, String name) throws SQLException { return c.prepareStatement(\"select %s\".formatted(name)); }");
        found(
                "Object a(Statement s, String name) throws SQLException { return s.executeQuery(String.format(\"select %s\", name)); }");
    }

    @Test
    public void theWayThroughAVariableAHelperOrALambdaIsFound() throws Exception {
        found(
                "Object a(Connection c, String name) throws SQLException { String s = \"select 1\"; if (name != null) { s = s + name; }"
                        + " return c.prepareStatement(s); }");
        found(
                "Object a(Connection c, String name) throws SQLException { return run(c, \"select \" + name); }"
                        + "private Object run(Connection c, String sql) throws SQLException { return c.prepareStatement(sql); }");
        found("Object a(EntityManager em, String name) { String sql = \"select \" + name;"
                + " java.util.function.Supplier<Object> late = () -> em.createQuery(sql); return late.get(); }");
        found("private static String text(String name) { return \"select \" + name; }"
                + "Object a(EntityManager em, String name) { return em.createQuery(text(name)); }");
        found("private String sql; void set(String name) { sql = \"select \" + name; }"
                + "Object a(EntityManager em) { return em.createQuery(sql); }");
    }

    private void taken(String body) throws Exception {
        assertEquals(List.of(), faults(body));
    }

    private void found(String body) throws Exception {
        assertEquals(body, 1, faults(body).size());
    }

    private List<String> faults(String body) throws Exception {
        var base = folder.newFolder().toPath();
        try (FakeFunction fake = new FakeFunction(base).core(HEAD + body + " }").built()) {
            return QueryTextRule.faults(new FunctionFolder(base.resolve("fake-core")));
        }
    }
}
