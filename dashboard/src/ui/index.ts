export { Avatar, type AvatarProps } from "./avatar.tsx";
export { Badge, type BadgeProps, type BadgeTone, Status, type StatusProps } from "./badge.tsx";
export { Banner, type BannerProps, type Tone } from "./banner.tsx";
export { BottomBar } from "./bottom-bar.tsx";
export { Button, type ButtonProps, type Icon, IconButton, type IconButtonProps } from "./button.tsx";
export {
  Card,
  type CardProps,
  Definitions,
  type DefinitionsProps,
  FormSection,
  type FormSectionProps,
} from "./card.tsx";
export { type Bar, BarChart, type BarChartProps } from "./bar-chart.tsx";
export { Sparkline, Waterfall, type WaterfallStep } from "./chart.tsx";
export { Checkbox, type CheckboxProps } from "./checkbox.tsx";
export { ColorInput, type ColorInputProps, readColor } from "./color-input.tsx";
export { Combobox, type ComboboxProps } from "./combobox.tsx";
export { ConfirmDialog, type ConfirmDialogProps } from "./confirm-dialog.tsx";
export { ConflictBanner } from "./conflict-banner.tsx";
export { CodeBlock, CopyButton, CopyField, useCopy } from "./copy.tsx";
export { cx } from "./cx.ts";
export { type Column, DataTable, type DataTableProps } from "./data-table.tsx";
export { Dialog, type DialogProps } from "./dialog.tsx";
export { Diff, type DiffProps } from "./diff.tsx";
export { Empty, type EmptyProps } from "./empty.tsx";
export { Field, type FieldProps } from "./field.tsx";
export { FileInput, type FileInputProps } from "./file-input.tsx";
export { type Filter, FilterBar, type FilterBarProps, useFilters } from "./filter-bar.tsx";
export { Form, FormActions, type FormControl, FormField, type KitForm, useKitForm } from "./form.tsx";
export { Highlight } from "./highlight.tsx";
export {
  Input,
  type InputProps,
  NumberInput,
  type NumberInputProps,
  SearchInput,
  type SearchInputProps,
  Textarea,
  type TextareaProps,
} from "./input.tsx";
export { Kbd } from "./kbd.tsx";
export { RouteLink, safeHref, TextLink } from "./link.tsx";
export { LoadMore, NewItemsPill } from "./load-more.tsx";
export { Markdown } from "./markdown.tsx";
export { Menu, MenuChoice, MenuItem, type MenuItemProps, MenuLine, MenuTitle } from "./menu.tsx";
export { MultiSelect, type MultiSelectProps, TagInput, type TagInputProps } from "./multi-select.tsx";
export { Page, type PageProps } from "./page.tsx";
export { Popover, type PopoverProps } from "./popover.tsx";
export { ProductCards, ProductImage } from "./product-cards.tsx";
export { Progress, type ProgressProps, type Step, Steps } from "./progress.tsx";
export { PublishState } from "./publish-state.tsx";
export { type CardChoice, RadioCards, type RadioCardsProps } from "./radio-cards.tsx";
export { SegmentedControl, type SegmentedControlProps } from "./segmented-control.tsx";
export { Switch, type SwitchProps } from "./switch.tsx";
export { LoadFailure, QueryView, type QueryViewProps, RowsView, type RowsViewProps } from "./query-view.tsx";
export { SaveState, type SaveStateName } from "./save-state.tsx";
export { SectionNav } from "./section-nav.tsx";
export { type Option, Select, type SelectProps } from "./select.tsx";
export { SidePanel, type SidePanelProps } from "./side-panel.tsx";
export { AfterMoment, Skeleton, SkeletonShape } from "./skeleton.tsx";
export { Spinner } from "./spinner.tsx";
export { Stat, type StatProps } from "./stat.tsx";
export { createStore, type Store, useStore } from "./store.ts";
export { type TabLink, Tabs } from "./tabs.tsx";
export { Duration, formatDuration, formatNumber, formatTime, Num, Time } from "./time.tsx";
export { toast } from "./toast.tsx";
export { Tooltip } from "./tooltip.tsx";
export { UnsavedGuard } from "./unsaved-guard.tsx";
export type { Schema, SchemaSource } from "./validate-with.ts";
