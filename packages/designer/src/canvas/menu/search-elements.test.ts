import { describe, expect, it } from "vitest";
import { ELEMENT_TYPES } from "../../model/element/element-types.ts";
import { pinyinOf } from "./pinyin-of.ts";
import { searchElements } from "./search-elements.ts";

const first = (query: string) => searchElements(query, ELEMENT_TYPES, pinyinOf)[0]?.id;

describe("the search in the menu of steps", () => {
  it("finds by English and Chinese names", () => {
    expect(first("appro")).toBe("approval");
    expect(first("审批")).toBe("approval");
  });
  it("finds by pinyin in full and by initials", () => {
    expect(first("shenpi")).toBe("approval");
    expect(first("sp")).toBe("approval");
    expect(first("zlc")).toBe("subProcess");
  });
  it("finds by the words of the notation", () => {
    expect(first("exclusive")).toBe("exclusive");
    expect(first("排他")).toBe("exclusive");
    expect(first("http")).toBe("serviceTask");
  });
  it("forgives a letter left out, and looks through what is said of an element last", () => {
    expect(first("aprval")).toBe("approval");
    expect(first("outside the system")).toBe("manualTask");
  });
  it("finds nothing for nonsense, and everything for nothing", () => {
    expect(searchElements("qqqq", ELEMENT_TYPES, null)).toEqual([]);
    expect(searchElements(" ", ELEMENT_TYPES, null)).toBe(ELEMENT_TYPES);
  });
});
