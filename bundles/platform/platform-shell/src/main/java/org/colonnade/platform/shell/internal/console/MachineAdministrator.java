package org.colonnade.platform.shell.internal.console;

import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.List;
import java.util.concurrent.Callable;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/**
 * Who sits at the console, as the runtime's own commands want to know it: they hide {@code feature:install} and the like from a session
 * without these roles.
 */
final class MachineAdministrator {

    private static final List<String> ROLES = List.of("admin", "manager", "viewer", "systembundles");

    private MachineAdministrator() {}

    static <T> T call(Callable<T> work) throws Exception {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("console"));
        ROLES.forEach(role -> subject.getPrincipals().add(new RolePrincipal(role)));
        subject.setReadOnly();
        try {
            return Subject.doAs(subject, (PrivilegedExceptionAction<T>) work::call);
        } catch (PrivilegedActionException wrapped) {
            throw wrapped.getException();
        }
    }
}
