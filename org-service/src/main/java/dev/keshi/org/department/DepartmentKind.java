package dev.keshi.org.department;

/** What a node of the tree is. */
public enum DepartmentKind {
    /** 部门 or 科室; also a subsidiary, a factory or a branch. */
    DEPARTMENT,
    /** 职能小组: a standing group inside a department, for one function; nothing stands below it. */
    FUNCTIONAL_GROUP
}
