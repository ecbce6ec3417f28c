import type { Page } from "playwright-core";
import { designerPage } from "./designer-page.ts";
import { openFormDrawer } from "./form-drawer.ts";

/**
 * Draws a customer return from the empty canvas: application, check with the shop, review, the lead's approval for
 * large amounts, return label, the parcel's message, inspection, refund and stock; and the way of the refused.
 */
export async function drawReturnFlow(page: Page): Promise<void> {
  const designer = designerPage(page);
  await page.getByRole("button", { name: "Add a start" }).click();
  await designer.step("Start").waitFor();
  await designer.openStep("Start");
  await designer.rename("Application");
  await applicationForm(page);

  await designer.append("Application", "Approval", "Review");
  await designer.choose("Who does it", "Everyone with a role");
  await designer.choose("Role", "After-sales service");
  await designer.choose("Reason", "Required to reject");
  const review = await openFormDrawer(page, designer.panel, "Review");
  for (const field of ["Order number", "Amount", "Why"]) await review.show(field, "read");
  await review.close();

  await designer.append("Review", "Decision", "Large amount?");
  await designer.append("Large amount?", "Approval", "Lead approval");
  await designer.choose("Who does it", "Everyone with a role");
  await designer.choose("Role", "After-sales lead");
  await designer.choose("Form of this step", "Review");

  await designer.append("Lead approval", "Call a system", "Make the label");
  await designer.append("Make the label", "Wait for message", "Buyer ships");
  await designer.append("Buyer ships", "Task", "Inspect the goods");
  await designer.choose("Who does it", "Everyone with a role");
  await designer.choose("Role", "Warehouse inspection");
  await inspectionForm(page);
  await designer.append("Inspect the goods", "Call a system", "Refund");
  await designer.append("Refund", "End", "Done");

  await insertedSteps(page);
  await branches(page);
  await calls(page);
}

async function applicationForm(page: Page): Promise<void> {
  const { panel } = designerPage(page);
  const form = await openFormDrawer(page, panel, "Application");
  await form.add("Order number", "Text", { required: true });
  await form.add("Amount", "Money", { required: true });
  await form.add("Why", "Choice", { required: true });
  await form.choices(form.drawer, ["No reason", "Quality", "Wrong size"]);
  await form.close();
}

async function inspectionForm(page: Page): Promise<void> {
  const { panel } = designerPage(page);
  const form = await openFormDrawer(page, panel, "Inspect the goods");
  await form.show("Order number", "read");
  await form.add("Received on", "Date", { required: true });
  await form.add("Photo", "Photo");
  await form.add("Goods", "Rows", { required: true });
  await form.addColumn("SKU", "Text", { required: true });
  await form.addColumn("Qty received", "Number", { required: true });
  await form.addColumn("Grade", "Choice", { required: true });
  await form.choices(form.drawer.getByRole("group", { name: "Columns" }), ["A", "B", "C"]);
  await form.close();
}

/** What was forgotten at first is put on lines that are there. */
async function insertedSteps(page: Page): Promise<void> {
  const designer = designerPage(page);
  await designer.insertOn("Refund", "Done", "Call a system", "Update stock");
  await designer.insertOn("Application", "Review", "Call a system", "Check with the shop");
}

async function branches(page: Page): Promise<void> {
  const designer = designerPage(page);
  await designer.connect("Large amount?", "Make the label");
  await designer.openStep("Large amount?");
  const branch = designer.panel.getByRole("group", { name: "To “Lead approval”" });
  await branch.getByRole("button", { name: "Add condition" }).click();
  await branch.getByLabel("Condition 1: field").selectOption({ label: "Amount" });
  await branch.getByLabel("Condition 1: comparison").selectOption({ label: "is above" });
  await branch.getByLabel("Condition 1: value").click();
  await page.keyboard.type("500");

  const lead = await designer.step("Lead approval").boundingBox();
  if (!lead) throw new Error("The lead's approval is not to be seen");
  await designer.dragFromPalette("End", { x: lead.x + lead.width / 2, y: lead.y + lead.height + 160 });
  await designer.nameNewStep("End", "Refused");
  await designer.connect("Review", "Refused");
  await designer.connect("Lead approval", "Refused");
}

async function calls(page: Page): Promise<void> {
  const designer = designerPage(page);
  const call = async (step: string, operation: string, fields: Readonly<Record<string, string>>) => {
    await designer.openStep(step);
    await designer.choose("System", "Shop");
    await designer.choose("Operation", operation);
    for (const [label, field] of Object.entries(fields)) await designer.choose(label, field);
  };
  await call("Check with the shop", "Check a return", { "Order number *": "Order number", Amount: "Amount" });
  await designer.choose("Return number: keep in", "New field “Return number”");
  await call("Make the label", "Make a return label", { "Return number *": "Return number" });
  await call("Refund", "Refund", {
    "Return number *": "Return number",
    "Order number *": "Order number",
    "Amount *": "Amount",
  });
  await call("Update stock", "Update stock", {
    "Return number *": "Return number",
    "Inspected goods *": "Goods",
  });

  await designer.openStep("Buyer ships");
  await designer.write("Name of the message", "return.shipped");
  await designer.choose("Belongs to the case with", "Return number");
  await designer.openFlow();
  await designer.choose("Number of a case", "Order number");
}
