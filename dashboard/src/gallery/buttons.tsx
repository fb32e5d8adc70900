import {
  ArrowDownTrayIcon,
  EllipsisHorizontalIcon,
  PencilSquareIcon,
  PlusIcon,
  TrashIcon,
} from "@heroicons/react/16/solid";
import { Button, IconButton, Kbd, TextLink } from "../ui/index.ts";
import { Row } from "./row.tsx";

export function Buttons() {
  return (
    <>
      <Row name="Looks">
        <Button look="primary" icon={PlusIcon}>
          New agent
        </Button>
        <Button icon={ArrowDownTrayIcon}>Export</Button>
        <Button look="ghost">Cancel</Button>
        <Button look="danger" icon={TrashIcon}>
          Delete
        </Button>
        <Button look="danger-quiet">Remove member</Button>
      </Row>
      <Row name="States">
        <Button look="primary" loading>
          Publishing
        </Button>
        <Button loading>Saving</Button>
        <Button look="primary" disabled>
          Publish
        </Button>
        <Button disabled>Export</Button>
      </Row>
      <Row name="Sizes">
        <Button size="small">Small</Button>
        <Button>Normal</Button>
        <Button size="large" look="primary">
          Large
        </Button>
      </Row>
      <Row name="Icons alone">
        <IconButton name="Edit" icon={PencilSquareIcon} shortcut="e" />
        <IconButton name="More" icon={EllipsisHorizontalIcon} />
        <IconButton name="Edit" icon={PencilSquareIcon} look="secondary" />
        <IconButton name="Pressed" icon={PencilSquareIcon} pressed />
        <IconButton name="Working" icon={PencilSquareIcon} loading />
        <IconButton name="Small" icon={PencilSquareIcon} size="small" />
      </Row>
      <Row name="Links and keys">
        <TextLink to="/ui">Inside</TextLink>
        <TextLink href="https://example.com">Elsewhere</TextLink>
        <TextLink to="/ui" quiet>
          Quiet
        </TextLink>
        <Kbd keys="mod k" />
        <Kbd keys="g then a" />
      </Row>
    </>
  );
}
