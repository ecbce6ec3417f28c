/** The toast that announces a task, so that whoever opens the task can take it away. */
export function taskToastId(task: string): string {
  return `task.opened ${task}`;
}
