using System.Buffers.Binary;
using System.Text;

namespace Skylint.EndToEnd.Otlp;

/// <summary>Reads the fields of one protobuf message, in the order in which they stand.</summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;
    private ulong _number;

    /// <summary>The number of the field that was read last.</summary>
    public int Field { get; private set; }

    /// <summary>The bytes of a field that has a length: text, bytes, a message, a packed list. Empty for the others.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>The value of a field that is a number.</summary>
    public readonly ulong Number => _number;

    /// <summary>The value of a field that is a double.</summary>
    public readonly double Double => BitConverter.UInt64BitsToDouble(_number);

    /// <summary>The value of a field that is text.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The value of a field of bytes, in lowercase hexadecimal.</summary>
    public readonly string Hex => Convert.ToHexStringLower(Bytes);

    /// <summary>Goes to the next field; false at the end.</summary>
    /// <exception cref="InvalidDataException">The message is cut off, or has a field of an unknown kind.</exception>
    public bool Next()
    {
        if (_rest.IsEmpty)
            return false;
        var tag = Varint();
        Field = (int)(tag >> 3);
        Bytes = default;
        _number = 0;
        switch (tag & 7)
        {
            case 0:
                _number = Varint();
                break;
            case 1:
                _number = BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
                break;
            case 2:
                Bytes = Take((int)Varint());
                break;
            case 5:
                _number = BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
                break;
            default:
                throw new InvalidDataException($"Field {Field} has the unknown wire type {tag & 7}.");
        }

        return true;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _rest.Length)
            throw new InvalidDataException("The message is cut off.");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw new InvalidDataException("A number is too long.");
    }
}
