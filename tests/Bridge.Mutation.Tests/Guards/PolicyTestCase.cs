using System.Collections.Immutable;
using System.Reflection;

namespace Bridge.Mutation.Tests.Guards;

/// <summary>One test of the policy, with the row of its table.</summary>
internal sealed class PolicyTestCase(MethodInfo method, object?[] row)
{
    public string Name => $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", row)})";

    /// <summary>The guards that it comes by.</summary>
    public ImmutableHashSet<int> Passes { get; set; } = [];

    /// <summary>How often any guard is asked: what takes much more than that without one of them never ends.</summary>
    public long Asks { get; set; }

    public TimeSpan Takes { get; set; }

    /// <summary>Whatever it throws is a failure: the reason of it, or null.</summary>
    public Exception? Run()
    {
        try
        {
            return method.Invoke(Instance(), row) is null ? null : new NotSupportedException($"{Name} returns something: only plain tests are run here.");
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException;
        }
    }

    private object? Instance()
    {
        if (method.IsStatic)
        {
            return null;
        }

        var takesOutput = method.DeclaringType!.GetConstructors().Single().GetParameters().Length > 0;
        return takesOutput ? Activator.CreateInstance(method.DeclaringType!, TestContext.Current.TestOutputHelper) : Activator.CreateInstance(method.DeclaringType!);
    }
}
