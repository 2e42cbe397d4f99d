package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.PersonId;

/** What people do with a running instance. */
public sealed interface InstanceCommand {

    PersonId by();

    /** About one task, as the person saw it. */
    sealed interface OnTask extends InstanceCommand {

        TaskId task();

        /** The revision of the task that the person saw. */
        long expectedRevision();
    }

    /** 认领 */
    record Claim(TaskId task, long expectedRevision, PersonId by) implements OnTask {}

    /** Gives a claimed task back to its candidates. */
    record Release(TaskId task, long expectedRevision, PersonId by) implements OnTask {}

    /** 同意 */
    record Approve(TaskId task, long expectedRevision, PersonId by, Remark remark) implements OnTask {}

    /** 拒绝 */
    record Reject(TaskId task, long expectedRevision, PersonId by, Remark remark) implements OnTask {}

    /** An administrator names the approver of a task for which nobody was found. The caller has checked the right. */
    record Reassign(TaskId task, long expectedRevision, PersonId by, PersonId to, Remark remark) implements OnTask {}

    /** 撤回 */
    record Withdraw(PersonId by, Remark remark) implements InstanceCommand {}

    /** 沟通 */
    record Comment(PersonId by, Remark remark) implements InstanceCommand {}

    /** 终止. The caller has checked that it is an administrator. */
    record Terminate(PersonId by, Remark remark) implements InstanceCommand {}
}
