declare module "*.css";
declare module "@flowright/designer/style.css";
