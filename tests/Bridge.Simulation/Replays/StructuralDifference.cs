using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Bridge.Simulation.Replays;

/// <summary>
/// Compares two values field by field, down to numbers and text; collections by their elements. Records compare their collections by reference, and
/// the journal's codec would not show a member that it does not write: this sees both.
/// </summary>
internal static class StructuralDifference
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    /// <summary>The path and the values of the first difference; null when there is none.</summary>
    public static string? Between(object? one, object? other, string path = "state")
    {
        if (ReferenceEquals(one, other))
        {
            return null;
        }

        if (one is null || other is null)
        {
            return $"{path}: {one ?? "nothing"} and {other ?? "nothing"}";
        }

        if (one is IEnumerable first && other is IEnumerable second && one is not string)
        {
            return OfElements(first, second, path);
        }

        if (one.GetType() != other.GetType())
        {
            return $"{path}: {one.GetType().Name} and {other.GetType().Name}";
        }

        return IsSimple(one.GetType())
            ? Equals(one, other) ? null : $"{path}: {one} and {other}"
            : OfFields(one, other, path);
    }

    private static string? OfElements(IEnumerable first, IEnumerable second, string path)
    {
        object?[] one = [.. first.Cast<object?>()];
        object?[] other = [.. second.Cast<object?>()];
        return one.Length != other.Length
            ? $"{path}: {one.Length} and {other.Length} elements"
            : one.Zip(other).Select((pair, index) => Between(pair.First, pair.Second, $"{path}[{index}]")).FirstOrDefault(found => found is not null);
    }

    private static string? OfFields(object one, object other, string path)
    {
        foreach (var field in Fields.GetOrAdd(one.GetType(), AllFields))
        {
            if (Between(field.GetValue(one), field.GetValue(other), $"{path}.{Name(field)}") is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsSimple(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(TimeSpan) || type == typeof(DateTimeOffset) || type == typeof(DateOnly);

    private static FieldInfo[] AllFields(Type type)
    {
        var fields = new List<FieldInfo>();
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            fields.AddRange(current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        }

        return [.. fields];
    }

    // The field behind a property is called <Name>k__BackingField.
    private static string Name(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
