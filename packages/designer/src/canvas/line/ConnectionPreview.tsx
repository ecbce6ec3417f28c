import type { ConnectionLineComponentProps } from "@xyflow/react";
import { canConnect } from "../../model/rule/can-connect.ts";
import { useDesigner } from "../../store-context.ts";

/** The line that is being drawn; over a step that it may not lead to it says why. */
export function ConnectionPreview({
  fromNode,
  fromX,
  fromY,
  toX,
  toY,
  toNode,
  connectionStatus,
}: ConnectionLineComponentProps) {
  const definition = useDesigner((state) => state.definition);
  const language = useDesigner((state) => state.language);
  const refusal =
    toNode && connectionStatus === "invalid" ? canConnect(definition, fromNode.id, toNode.id) : true;
  const middle = (fromX + toX) / 2;
  return (
    <g className="fw-connecting" data-status={connectionStatus ?? undefined}>
      <path d={`M${fromX} ${fromY}C${middle} ${fromY} ${middle} ${toY} ${toX} ${toY}`} />
      <circle cx={toX} cy={toY} r={4} />
      {refusal !== true && (
        <foreignObject x={toX + 12} y={toY + 12} width={280} height={120}>
          <div className="fw-reason">{refusal.message[language]}</div>
        </foreignObject>
      )}
    </g>
  );
}
