export interface Comment {
  id: string;
  instanceId: string;
  taskId: string | null;
  by: string;
  at: string;
  text: string;
}

export interface NewComment {
  /** @minLength 1 @maxLength 4000 */
  text: string;
}

export interface FileInfo {
  id: string;
  instanceId: string | null;
  name: string;
  mediaType: string;
  size: number;
  by: string;
  at: string;
}
