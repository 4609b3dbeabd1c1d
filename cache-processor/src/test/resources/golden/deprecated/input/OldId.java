package golden;

@Deprecated
record OldId(long value) {}
