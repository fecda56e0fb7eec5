from shared.generated import events


class Added(events.BookAdded):
    loud: bool = True
