import { useState } from "react";
import { FormBuilder } from "../../src/builder/FormBuilder.tsx";
import { sample } from "./sample-definition.ts";

/** The builder as a host page would use it. */
export function BuilderPage({ language }: { language: "en" | "zh-CN" }) {
  const [content, setContent] = useState<Parameters<typeof FormBuilder>[0]["definition"]>(sample);
  return (
    <>
      <FormBuilder definition={content} formId="inspection" onChange={setContent} language={language} />
      <output aria-label="Result" style={{ display: "none" }}>
        {JSON.stringify(content)}
      </output>
    </>
  );
}
