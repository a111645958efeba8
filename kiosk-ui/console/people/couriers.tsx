// The page of couriers: who delivers here, each with a code of their own.
import { useState } from 'preact/hooks';
import { useConsole, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Panel } from '../parts/panel.tsx';
import { peopleWords } from '../words/people.ts';
import { PeopleList } from './people-list.tsx';
import { PersonForm } from './person-form.tsx';

export const Couriers = () => {
  const { session } = useConsole();
  const words = useWords(peopleWords).couriers;
  const [isAdding, setAdding] = useState(false);
  const close = (): void => setAdding(false);
  return (
    <Panel
      name="couriers"
      title={words.title}
      lead={words.lead}
      fills
      actions={
        session.value?.may.includes('edit-people') && (
          <Button does="add-courier" kind="main" icon="plus" onTap={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <PeopleList kind="courier" empty={words.empty} />
      {isAdding && <PersonForm row={null} kind="courier" onClose={close} onSaved={close} />}
    </Panel>
  );
};
