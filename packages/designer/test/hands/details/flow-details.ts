import { textOf, type WorkflowDefinition } from "@flowright/definition";
import type { Hand } from "../hand.ts";
import { writeBoth, writeValue } from "./controls.ts";
import { addFields } from "./field-details.ts";

/** Fills in the settings of the flow: name, fields of a case, roles, number and title of a case. */
export class FlowDetails {
  readonly #hand: Hand;

  constructor(hand: Hand) {
    this.#hand = hand;
  }

  async fill({ name, description, variables, roles, settings }: WorkflowDefinition): Promise<void> {
    const hand = this.#hand;
    const { panel } = hand;
    await hand.openFlow();
    await writeBoth(hand, panel, "Name of the flow", name, "");
    await writeBoth(hand, panel, "Description", description);
    await addFields(hand, await hand.openPart("Fields of a case"), variables?.properties ?? {});
    const part = await hand.openPart("Roles");
    for (const [at, role] of (roles ?? []).entries()) {
      await hand.write(part.getByRole("textbox", { name: "Name of the new role" }), textOf(role.name, "en"));
      await hand.press(part.getByRole("button", { name: "Add role" }));
      await writeBoth(hand, part, `Role ${at + 1}`, role.name, { en: textOf(role.name, "en") });
    }
    if (settings?.businessKey !== undefined)
      await writeValue(hand, panel, "Number of a case", settings.businessKey);
    if (settings?.caseTitle !== undefined)
      await writeValue(hand, panel, "Title of a case", settings.caseTitle);
  }
}
