/** The properties of what is selected; with nothing selected, the settings of the flow. */
export function PropertiesPanel() {
  return <div className="fw-panel" />;
}
