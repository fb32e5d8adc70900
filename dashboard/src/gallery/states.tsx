import { useState } from "react";
import {
  Banner,
  Button,
  Empty,
  LoadFailure,
  NewItemsPill,
  Progress,
  Skeleton,
  SkeletonShape,
  Steps,
} from "../ui/index.ts";
import { Row } from "./row.tsx";

const pictures = ["list", "conversation", "document", "search", "chart", "key", "people", "mail", "agent"] as const;

export function States() {
  const [fresh, setFresh] = useState(3);
  return (
    <>
      <Row name="Banners">
        <div className="w-full space-y-2">
          <Banner>The next reading of the site is tonight at 3:00.</Banner>
          <Banner tone="success" title="Published" action={<Button size="small">See it</Button>}>
            Visitors get the new behaviour from now on.
          </Banner>
          <Banner tone="warning">You are offline. What you see may be out of date.</Banner>
          <Banner tone="danger" title="Not saved">
            Somebody else has changed it meanwhile.
          </Banner>
        </div>
      </Row>
      <Row name="Empty">
        <div className="grid w-full gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {pictures.map((picture) => (
            <div key={picture} className="rounded-card border border-line">
              <Empty
                small
                picture={picture}
                title="Nothing here yet"
                text="What will stand here, in one sentence."
                action={<Button size="small">Do the one thing</Button>}
              />
            </div>
          ))}
        </div>
      </Row>
      <Row name="Failure">
        <div className="w-full rounded-card border border-line">
          <LoadFailure
            small
            error={{ message: "The server cannot be reached.", requestId: "req_7h2k" }}
            onRetry={() => {}}
          />
        </div>
      </Row>
      <Row name="Skeletons">
        <div className="grid w-full gap-6 lg:grid-cols-2">
          <SkeletonShape shape="rows" count={3} />
          <SkeletonShape shape="form" count={2} />
          <SkeletonShape shape="text" count={4} />
          <Skeleton className="h-20 w-full" />
        </div>
      </Row>
      <Row name="Progress">
        <div className="w-full max-w-100 space-y-3">
          <Progress label="Pages read" value={42} max={120} />
          <Progress label="Unknown" value={null} />
          <Progress label="Done" value={1} max={1} tone="success" />
        </div>
      </Row>
      <Row name="Steps">
        <div className="w-full max-w-130">
          <Steps
            label="Set-up"
            steps={[
              { label: "Read the website", state: "done", text: "48 pages" },
              {
                label: "Say who it is",
                state: "now",
                text: "Name, tone, colours",
                action: <Button size="small">Open</Button>,
              },
              { label: "Put it on the site", state: "open" },
              { label: "Connect a phone number", state: "failed", text: "The number did not answer." },
            ]}
          />
        </div>
      </Row>
      <Row name="New rows">
        <div className="relative h-16 w-full rounded-card border border-line">
          <NewItemsPill count={fresh} onClick={() => setFresh(0)} />
        </div>
      </Row>
    </>
  );
}
