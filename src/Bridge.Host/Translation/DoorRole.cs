using Bridge.Policy;

namespace Bridge.Host.Translation;

public readonly record struct DoorRole(PointRole Role, DoorId Door);
