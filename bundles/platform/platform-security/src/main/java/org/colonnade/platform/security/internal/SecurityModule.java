package org.colonnade.platform.security.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.security.internal.rest.MyAccount;
import org.colonnade.platform.security.internal.rest.MySecondFactor;
import org.colonnade.platform.security.internal.rest.MySubstitutes;
import org.colonnade.platform.security.internal.rest.PermissionList;
import org.colonnade.platform.security.internal.rest.RoleFiles;
import org.colonnade.platform.security.internal.rest.Setup;
import org.colonnade.platform.security.internal.rest.SignIn;
import org.colonnade.platform.security.internal.rest.SignOut;
import org.colonnade.platform.security.internal.rest.TeamFiles;
import org.colonnade.platform.security.internal.rest.UserCompanyFiles;
import org.colonnade.platform.security.internal.rest.UserFiles;
import org.colonnade.platform.security.internal.rest.UserSecondFactor;
import org.colonnade.platform.security.internal.rest.UserSubstitutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents users, roles, teams and tokens to the platform, below {@code /api/platform}. */
@Component
public final class SecurityModule implements Module {

    public static final String READ_USERS = "platform.users.read";
    public static final String CHANGE_USERS = "platform.users.change";
    public static final String READ_ROLES = "platform.roles.read";
    public static final String CHANGE_ROLES = "platform.roles.change";

    public static final String READ_TEAMS = "platform.teams.read";
    public static final String CHANGE_TEAMS = "platform.teams.change";

    private final List<Object> resources;

    @Activate
    public SecurityModule(
            @Reference Setup setup,
            @Reference SignIn signIn,
            @Reference SignOut signOut,
            @Reference MyAccount myAccount,
            @Reference MySubstitutes mySubstitutes,
            @Reference MySecondFactor mySecondFactor,
            @Reference UserFiles users,
            @Reference UserSubstitutes userSubstitutes,
            @Reference UserSecondFactor userSecondFactor,
            @Reference RoleFiles roles,
            @Reference TeamFiles teams,
            @Reference UserCompanyFiles companies,
            @Reference PermissionList permissions) {
        resources = List.of(
                setup,
                signIn,
                signOut,
                myAccount,
                mySubstitutes,
                mySecondFactor,
                users,
                userSubstitutes,
                userSecondFactor,
                roles,
                teams,
                companies,
                permissions);
    }

    @Override
    public String id() {
        return "security";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Users and roles", "th", "ผู้ใช้และบทบาท");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ_USERS, "See users and their tokens", "ดูผู้ใช้และโทเค็นของผู้ใช้"),
                Permission.of(CHANGE_USERS, "Add and change users", "เพิ่มและแก้ไขผู้ใช้"),
                Permission.of(READ_ROLES, "See roles and permissions", "ดูบทบาทและสิทธิ์"),
                Permission.of(CHANGE_ROLES, "Add and change roles", "เพิ่มและแก้ไขบทบาท"),
                Permission.of(READ_TEAMS, "See teams and their members", "ดูทีมและสมาชิก"),
                Permission.of(CHANGE_TEAMS, "Add and change teams", "เพิ่มและแก้ไขทีม"));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
